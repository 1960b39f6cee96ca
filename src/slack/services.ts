import type { Logger } from 'pino';
import type { Settings } from '../config.js';
import type { Access } from './access/access-file.js';
import { createSightFor } from './access/sight.js';
import { createIsMember } from './access/user-groups.js';
import type { AnsweredThreads } from './answered-threads.js';
import { createKeptAnswers } from './answers/kept-answers.js';
import { createPresent } from './answers/present.js';
import type { Connection } from './connection/create-connection.js';
import type { PendingQuestions } from './desk/pending.js';
import { createTell } from './desk/tell.js';
import type { WorkOn } from './desk/work.js';
import { createFindEarlierQuestions } from './earlier-questions.js';
import type { SlackEngine } from './engine.js';
import { createForgetPerson } from './forget-person.js';
import { createInterfaceLanguage } from './interface-language.js';
import type { Surroundings } from './listeners/surroundings.js';
import { createNoteAnswered } from './note-answered.js';
import { createFindPerson } from './people.js';
import { createPost } from './post.js';
import { createStartProgress } from './progress/create-progress.js';
import { createOpenStreams } from './progress/open-streams.js';
import { createRecentQuestions } from './recent-questions.js';
import { createReply } from './reply.js';
import type { State } from './state/state.js';
import { createStops } from './stops.js';
import { createThreads } from './threads.js';
import { createUnderWay } from './under-way.js';

const dayMs = 24 * 60 * 60 * 1_000;
/** A conversation that is under way is remembered, however little is to be kept. */
const shortestMemoryMs = 60 * 60 * 1_000;

interface Given {
  settings: Settings;
  engine: SlackEngine;
  access: Access;
  state: State;
  answeredThreads: AnsweredThreads;
  connection: Connection;
  log: Logger;
}

/** What the desk, the gate and the listeners work with, each made once. */
export type Services = ReturnType<typeof createServices>;

export function createServices(given: Given) {
  const { settings, engine, access, state, answeredThreads, connection, log } = given;
  const { clients, removeWorkspace } = connection;
  const findPerson = createFindPerson({ clients, log });
  const languageOf = createInterfaceLanguage(findPerson);
  const kept = createKeptAnswers({ state, retentionDays: settings.PLANBOT_RETENTION_DAYS });
  const post = createPost({ clients, log });
  const threads = createThreads({
    findEarlierQuestions: createFindEarlierQuestions({ clients, log }),
    keepMs: Math.max(settings.PLANBOT_RETENTION_DAYS * dayMs, shortestMemoryMs),
  });
  const isMember = createIsMember({ clients, log });
  return {
    settings,
    engine,
    state,
    log,
    clients,
    removeWorkspace,
    findPerson,
    languageOf,
    kept,
    post,
    threads,
    present: createPresent({ engine, kept, languageOf, log }),
    sightFor: createSightFor({ access, planIds: () => engine.planIds(), isMember }),
    underWay: createUnderWay({ stops: createStops(state), log }),
    openStreams: createOpenStreams(state),
    answeredThreads,
    recentQuestions: createRecentQuestions({ state, settings }),
    forgetPerson: createForgetPerson({ state, threads }),
    tell: createTell({ post, log }),
  } satisfies Omit<Surroundings, 'reply'> & Record<string, unknown>;
}

/** Makes the work on one question, for a desk that knows which are pending. */
export function createWorkOn(services: Services, pending: PendingQuestions): WorkOn {
  return createReply({
    ...services,
    ask: services.engine.ask,
    pending,
    startProgress: createStartProgress(services),
    noteAnswered: createNoteAnswered(services),
  });
}
