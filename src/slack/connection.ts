import { App, type Logger as BoltLogger, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Settings } from '../config.js';
import { createBoltLogger } from './bolt-logger.js';
import type { Clients } from './clients.js';
import { readTokens, refusedToken } from './tokens.js';

/** A Bolt app that is ready to connect, with who it is in the workspace. */
export interface Connection {
  app: App;
  clients: Clients;
  /** Opens the socket; events come from then on, across reconnections. */
  connect(): Promise<void>;
  /** Closes the socket; no more events come. */
  disconnect(): Promise<void>;
}

type ClientOptions = webApi.WebClientOptions;

const requestLimitMs = 15_000;
/** Opening a connection may be tried again without harm, and a network may be away for a while. */
const reconnection = { retries: 1_000, factor: 1.3, minTimeout: 500, maxTimeout: 30_000 };

/**
 * Makes the Bolt app for Socket Mode and asks Slack who it is.
 * @throws PlanbotError `invalid_settings` when tokens are missing or Slack does not take them.
 */
export async function createConnection({
  settings,
  log,
}: {
  settings: Settings;
  log: Logger;
}): Promise<Connection> {
  const { botToken, appToken } = readTokens(settings);
  const logger = createBoltLogger(log);
  const clientOptions = createClientOptions(settings, logger);
  const client = new webApi.WebClient(botToken, clientOptions);
  const { user_id: botUserId = '', bot_id: botId = '' } = await named('SLACK_BOT_TOKEN', () =>
    client.auth.test(),
  );
  // Options of its own: Bolt writes its retries into those that it is given.
  const reconnectOptions = { ...createClientOptions(settings, logger), retryConfig: reconnection };
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: { ...reconnectOptions, rejectRateLimitedCalls: false } },
  });
  const app = new App({
    token: botToken,
    botId,
    botUserId,
    receiver,
    logger,
    clientOptions,
    convoStore: false,
  });
  return {
    app,
    clients: async () => ({ client, botUserId }),
    connect: () => named('SLACK_APP_TOKEN', async () => void (await app.start())),
    disconnect: async () => void (await app.stop()),
  };
}

function createClientOptions({ SLACK_API_URL: slackApiUrl }: Settings, logger: BoltLogger): ClientOptions {
  return {
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: requestLimitMs,
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
  };
}

/** Runs a call that stands or falls with a token, and names the token where Slack refuses it. */
async function named<Result>(
  name: Parameters<typeof refusedToken>[0],
  call: () => Promise<Result>,
): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof webApi.WebAPIPlatformError ? refusedToken(name, error.data.error, error) : error;
  }
}
