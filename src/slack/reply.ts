import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Ask, Language } from '../records.js';
import type { SightFor } from './access/sight.js';
import { describeError } from './describe-error.js';
import type { Post } from './post.js';
import type { Progress, StartProgress } from './progress/create-progress.js';
import type { IncomingQuestion } from './question.js';
import type { Claims } from './state/state.js';
import type { Threads } from './threads.js';
import { QuestionStopped, type UnderWay } from './under-way.js';
import { buildAnswer } from './views/answer.js';
import { buildFailure } from './views/failure.js';
import { buildNotice } from './views/notice.js';
import { textsFor } from './views/texts.js';

/** Answers a question where it was asked. Never throws: a failure ends in a message and in the log. */
export type Reply = (question: IncomingQuestion) => Promise<void>;

/** Slack may hand out an event again for as long as a day. */
const claimMs = 24 * 60 * 60 * 1_000;
/** An answer that takes longer than this is not waited for. */
const answerLimitMs = 120_000;

interface Dependencies {
  ask: Ask;
  sightFor: SightFor;
  claims: Claims;
  threads: Threads;
  post: Post;
  underWay: UnderWay;
  startProgress: StartProgress;
  /** Notes what was asked and answered; what fails there is logged. */
  noteAnswered: (question: IncomingQuestion) => Promise<void>;
  log: Logger;
}

/** Creates the one path from a question in Slack to its posted answer. */
export function createReply(dependencies: Dependencies): Reply {
  return async (question) => {
    try {
      if (!(await claimOnce(question, dependencies))) return;
      await answerOrStop(question, dependencies);
    } catch (error) {
      await tellFailure(question, error, dependencies);
    }
  };
}

/** One event may come several times, and one message as several events. */
async function claimOnce(
  { eventId, channel, ts }: IncomingQuestion,
  { claims, log }: Dependencies,
): Promise<boolean> {
  for (const key of [`event:${eventId}`, `message:${channel}:${ts}`]) {
    if (await claims.claim(key, claimMs)) continue;
    log.info({ eventId }, 'event taken before');
    return false;
  }
  return true;
}

/** A question that its asker stopped, took back or changed is not answered, and that is no failure. */
async function answerOrStop(question: IncomingQuestion, dependencies: Dependencies): Promise<void> {
  const { underWay, startProgress, post, log } = dependencies;
  const language = languageOf(question.text);
  const progress = await startProgress(question, language);
  const { signal, end } = underWay.begin(question);
  try {
    await answer(question, { ...dependencies, progress, stopped: signal });
  } catch (error) {
    if (!(signal.reason instanceof QuestionStopped)) throw error;
    log.info({ eventId: question.eventId, reason: signal.reason.reason }, 'answer stopped');
    const notice = buildNotice(textsFor(language).stopped);
    if (signal.reason.reason !== 'stopped') await progress.discard();
    else if (!(await progress.finish(notice))) await post(question, notice);
  } finally {
    end();
    await progress.end();
  }
}

async function answer(
  question: IncomingQuestion,
  {
    ask,
    sightFor,
    threads,
    post,
    log,
    progress,
    stopped,
    noteAnswered,
  }: Dependencies & {
    progress: Progress;
    stopped: AbortSignal;
  },
): Promise<void> {
  const startedAt = performance.now();
  const history = await threads.history(question);
  // Events that came at the same moment are acknowledged before the first of them is worked on.
  await setImmediate();
  const signal = AbortSignal.any([AbortSignal.timeout(answerLimitMs), stopped]);
  const visiblePlans = await sightFor({ ...question, private: question.place === 'direct' });
  const { onEvent } = progress;
  const request = { question: question.text, history, visiblePlans, signal, onEvent };
  const record = await withinLimit(ask(request), signal);
  const [first, ...rest] = buildAnswer(record.answer);
  if (first !== undefined && !(await progress.finish(first))) await post(question, first);
  for (const message of rest) await post(question, message);
  await noteAnswered(question);
  log.info(
    {
      eventId: question.eventId,
      channel: question.channel,
      status: record.answer.status,
      citations: record.answer.citations.length,
      answerMs: Math.round(record.timingMs),
      totalMs: Math.round(performance.now() - startedAt),
    },
    'answered',
  );
}

async function withinLimit<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  signal.throwIfAborted();
  const limit = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, limit]);
}

async function tellFailure(
  question: IncomingQuestion,
  error: unknown,
  { post, log }: Pick<Dependencies, 'post' | 'log'>,
): Promise<void> {
  const failureId = randomBytes(4).toString('hex');
  const { eventId, channel, text } = question;
  log.error({ failureId, eventId, channel, error: describeError(error, [text]) }, 'question not answered');
  try {
    await post(question, buildFailure({ id: failureId, language: languageOf(text) }));
  } catch (postError) {
    log.error({ failureId, error: describeError(postError, [text]) }, 'failure not told');
  }
}

function languageOf(text: string): Language {
  return /\p{Script=Latin}/u.test(text) && !/\p{Script=Han}/u.test(text) ? 'en' : 'zh';
}
