import { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Settings } from '../../config.js';
import { createBoltLogger } from './bolt-logger.js';
import { createClientOptions } from './client-options.js';
import type { Line } from './line.js';
import type { Mode } from './mode.js';
import { nameRefused } from './name-refused.js';

/** Opening a connection may be tried again without harm, and a network may be away for a while. */
const reconnection = { retries: 1_000, factor: 1.3, minTimeout: 500, maxTimeout: 30_000 };

/** Makes the line for Socket Mode: planbot connects out, and connects again when the socket is lost. */
export function openSocket({
  mode,
  settings,
  log,
}: {
  mode: Extract<Mode, { kind: 'socket' }>;
  settings: Settings;
  log: Logger;
}): Line {
  // Options of its own: Bolt writes its retries into those that it is given.
  const clientOptions = { ...createClientOptions(settings, log), retryConfig: reconnection };
  const receiver = new SocketModeReceiver({
    appToken: mode.appToken,
    logger: createBoltLogger(log),
    installerOptions: { clientOptions: { ...clientOptions, rejectRateLimitedCalls: false } },
  });
  return {
    receiver,
    open: async () => {
      await nameRefused('SLACK_APP_TOKEN', () => receiver.start());
      return {};
    },
    close: async () => void (await receiver.stop()),
  };
}
