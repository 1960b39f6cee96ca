import type { Logger } from 'pino';
import type { Settings } from '../config.js';
import { readAccess } from './access/access-file.js';
import { createGate } from './access/gate.js';
import { createSightFor } from './access/sight.js';
import { createIsMember } from './access/user-groups.js';
import { createAnsweredThreads } from './answered-threads.js';
import { createKeptAnswers } from './answers/kept-answers.js';
import { createPresent } from './answers/present.js';
import { type Connection, createConnection } from './connection/create-connection.js';
import { describeError } from './describe-error.js';
import { createInbox } from './desk/inbox.js';
import { openDesk } from './desk/open-desk.js';
import type { PendingQuestions } from './desk/pending.js';
import { createReplica } from './desk/replica.js';
import { createTell } from './desk/tell.js';
import { createFindEarlierQuestions } from './earlier-questions.js';
import type { SlackEngine } from './engine.js';
import { createForgetPerson } from './forget-person.js';
import { createInterfaceLanguage } from './interface-language.js';
import { registerListeners } from './listeners/index.js';
import { createNoteAnswered } from './note-answered.js';
import { createFindPerson } from './people.js';
import { createPost } from './post.js';
import { createStartProgress } from './progress/create-progress.js';
import { createOpenStreams } from './progress/open-streams.js';
import { createRecentQuestions } from './recent-questions.js';
import { createReply } from './reply.js';
import { openState } from './state/open-state.js';
import type { State } from './state/state.js';
import { createStops } from './stops.js';
import { createThreads } from './threads.js';
import { createUnderWay } from './under-way.js';

/** The connected Slack app. */
export interface SlackApp {
  /** Takes no more events, and resolves when what is under way is answered. */
  stop(): Promise<void>;
}

const dayMs = 24 * 60 * 60 * 1_000;
/** A conversation that is under way is remembered, however little is to be kept. */
const shortestMemoryMs = 60 * 60 * 1_000;
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
  const { clients, removeWorkspace } = connection;
  const sightFor = createSightFor({
    access,
    planIds: () => engine.planIds(),
    isMember: createIsMember({ clients, log }),
  });
  const { ask } = engine;
  const findPerson = createFindPerson({ clients, log });
  const languageOf = createInterfaceLanguage(findPerson);
  const kept = createKeptAnswers({ state, retentionDays: settings.PLANBOT_RETENTION_DAYS });
  const present = createPresent({ engine, kept, languageOf, log });
  const underWay = createUnderWay({ stops: createStops(state), log });
  const openStreams = createOpenStreams(state);
  const recentQuestions = createRecentQuestions({ state, settings });
  const { post, threads } = messaging(connection, settings, log);
  const tell = createTell({ post, log });
  const makeWorkOn = (pending: PendingQuestions) =>
    createReply({
      ask,
      sightFor,
      threads,
      pending,
      underWay,
      startProgress: createStartProgress({ clients, openStreams, log }),
      noteAnswered: createNoteAnswered({ answeredThreads, recentQuestions, log }),
      present,
      post,
      tell,
      log,
    });
  const desk = openDesk({ makeWorkOn, settings, state, replica, inbox, connection, openStreams, tell, log });
  connection.app.use(createGate({ access, clients, findPerson, languageOf, claims: state, log }));
  registerListeners(connection.app, {
    settings,
    engine,
    reply: desk.take,
    underWay,
    answeredThreads,
    recentQuestions,
    sightFor,
    clients,
    languageOf,
    forgetPerson: createForgetPerson({ state, threads }),
    present,
    kept,
    post,
    tell,
    removeWorkspace,
    state,
    log,
  });
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

function messaging({ clients }: Connection, { PLANBOT_RETENTION_DAYS: days }: Settings, log: Logger) {
  const findEarlierQuestions = createFindEarlierQuestions({ clients, log });
  return {
    post: createPost({ clients, log }),
    threads: createThreads({ findEarlierQuestions, keepMs: Math.max(days * dayMs, shortestMemoryMs) }),
  };
}

function startSweeper(state: State, log: Logger): NodeJS.Timeout {
  const sweep = (): void => {
    state.sweep().catch((error: unknown) => log.warn({ error: describeError(error) }, 'old state not swept'));
  };
  sweep();
  return setInterval(sweep, sweepMs).unref();
}
