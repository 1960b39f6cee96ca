import type { Logger } from 'pino';
import type { Settings } from '../config.js';
import { readAccess } from './access/access-file.js';
import { createGate } from './access/gate.js';
import { createAnsweredThreads } from './answered-threads.js';
import { createConnection } from './connection/create-connection.js';
import { describeError } from './describe-error.js';
import { createInbox } from './desk/inbox.js';
import { openDesk } from './desk/open-desk.js';
import type { PendingQuestions } from './desk/pending.js';
import { createReplica } from './desk/replica.js';
import type { SlackEngine } from './engine.js';
import { registerListeners } from './listeners/index.js';
import { createServices, createWorkOn } from './services.js';
import { openState } from './state/open-state.js';
import type { State } from './state/state.js';

/** The connected Slack app. */
export interface SlackApp {
  /** Takes no more events, and resolves when what is under way is answered. */
  stop(): Promise<void>;
}

const sweepMs = 10 * 60 * 1_000;
const finishLimitMs = 30_000;

/**
 * Connects to Slack and answers from then on, with whatever engine it is given.
 * @throws PlanbotError `invalid_settings` when tokens are missing or refused.
 */
export async function startSlackApp({
  settings,
  engine,
  log,
}: {
  settings: Settings;
  engine: SlackEngine;
  log: Logger;
}): Promise<SlackApp> {
  const access = await readAccess(settings.PLANBOT_ACCESS);
  const state = await openState(settings, log);
  const replica = createReplica({ state, leaseMs: settings.PLANBOT_LEASE_SECONDS * 1_000 });
  const answeredThreads = createAnsweredThreads({ state });
  const inbox = createInbox({ state, replica, isFollowUp: answeredThreads.has });
  const connection = await createConnection({ settings, state, inbox, log });
  const services = createServices({ settings, engine, access, state, answeredThreads, connection, log });
  const makeWorkOn = (pending: PendingQuestions) => createWorkOn(services, pending);
  const desk = openDesk({ ...services, makeWorkOn, replica, inbox, connection });
  connection.app.use(createGate({ ...services, access, claims: state }));
  registerListeners(connection.app, { ...services, reply: desk.take });
  connection.app.error(async (error) => log.error({ error: describeError(error) }, 'a listener failed'));
  const where = await connection.connect();
  await desk.open();
  log.info({ mode: connection.mode, ...where }, 'connected to Slack');
  const sweeper = startSweeper(state, log);
  return {
    async stop() {
      clearInterval(sweeper);
      await connection.disconnect();
      await desk.close(finishLimitMs);
      await state.close();
      log.info('stopped');
    },
  };
}

function startSweeper(state: State, log: Logger): NodeJS.Timeout {
  const sweep = (): void => {
    state.sweep().catch((error: unknown) => log.warn({ error: describeError(error) }, 'old state not swept'));
  };
  sweep();
  return setInterval(sweep, sweepMs).unref();
}
