import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Settings } from '../../config.js';
import { messageOf, PlanbotError } from '../../errors.js';
import { installerOptions } from '../installation/installer-options.js';
import type { State } from '../state/state.js';
import { createBoltLogger } from './bolt-logger.js';
import type { Line } from './line.js';
import type { Mode } from './mode.js';

type HttpMode = Extract<Mode, { kind: 'http' }>;

/** Where events, commands and clicks arrive, and where a load balancer asks whether planbot is there. */
const eventsPath = '/slack/events';
const healthPath = '/health';
/** An event or a form of Slack is far smaller. */
const bodyLimit = '1mb';

/**
 * Makes the line for HTTP. Requests without Slack's signature, or signed more than five minutes ago, get
 * a 401 and nothing else; the signature goes with the event, so that a repeated request can be told.
 */
export function openHttp(given: { mode: HttpMode; settings: Settings; state: State; log: Logger }): Line {
  const { mode, log } = given;
  const receiver = new HTTPReceiver({
    signingSecret: mode.signingSecret,
    endpoints: [eventsPath],
    logger: createBoltLogger(log),
    bodyLimit,
    customPropertiesExtractor: ({ headers }) => ({ requestSignature: headers['x-slack-signature'] }),
    customRoutes: [
      { path: healthPath, method: 'GET', handler: (_request, response) => void response.end('ok\n') },
    ],
    ...(mode.tokens.kind === 'installed' ? installerOptions({ ...given, tokens: mode.tokens }) : {}),
  });
  let server: Server | undefined;
  return {
    // Without its installer, which Bolt would ask for tokens in our place.
    receiver: {
      init: (app) => receiver.init(app),
      start: () => receiver.start(mode.port),
      stop: () => receiver.stop(),
    },
    open: async () => {
      server = await listen(receiver, mode.port);
      return { port: portOf(server.address(), mode.port), path: eventsPath };
    },
    close: async () => {
      const closed = receiver.stop();
      // Slack keeps its connections open for the next event; a stop must not wait for that.
      server?.closeIdleConnections();
      await closed;
    },
  };
}

async function listen(receiver: HTTPReceiver, port: number): Promise<Server> {
  try {
    return await receiver.start(port);
  } catch (error) {
    throw new PlanbotError({
      code: 'invalid_settings',
      message: `planbot cannot listen on port ${port} (${messageOf(error)}). Set PORT to one that is free.`,
      cause: error,
      exitCode: 2,
    });
  }
}

function portOf(address: AddressInfo | string | null, fallback: number): number {
  return typeof address === 'object' && address !== null ? address.port : fallback;
}
