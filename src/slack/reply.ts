import type { Logger } from 'pino';
import { detectLanguage } from '../answer/understand/detect-language.js';
import type { AnswerRecord, Ask } from '../records.js';
import type { SightFor } from './access/sight.js';
import type { Occasion, Present } from './answers/present.js';
import { markAnswer } from './desk/answer-metadata.js';
import type { PendingQuestions } from './desk/pending.js';
import type { Tell } from './desk/tell.js';
import type { WorkOn } from './desk/work.js';
import type { Post } from './post.js';
import type { Progress, StartProgress } from './progress/create-progress.js';
import type { IncomingQuestion } from './question.js';
import type { Threads } from './threads.js';
import { QuestionStopped, type UnderWay } from './under-way.js';
import { buildNotice } from './views/notice.js';
import { textsFor } from './views/texts.js';

/** An answer that takes longer than this is not waited for. */
const answerLimitMs = 120_000;

interface Dependencies {
  ask: Ask;
  sightFor: SightFor;
  threads: Threads;
  pending: Pick<PendingQuestions, 'mayPost'>;
  present: Present;
  post: Post;
  underWay: UnderWay;
  startProgress: StartProgress;
  /** Notes what was asked and answered; what fails there is logged. */
  noteAnswered: (question: IncomingQuestion) => Promise<void>;
  tell: Tell;
  log: Logger;
}

/**
 * Creates the one path from a question in Slack to its posted answer. A failure ends in a message and in
 * the log.
 */
export function createReply(dependencies: Dependencies): WorkOn {
  return async (question, beginPosting) => {
    try {
      await answerOrStop(question, { ...dependencies, beginPosting });
    } catch (error) {
      beginPosting();
      await dependencies.tell.failure(question, error);
    }
  };
}

type Working = Dependencies & { beginPosting: Parameters<WorkOn>[1] };

/** A question that its asker stopped, took back or changed is not answered, and that is no failure. */
async function answerOrStop(question: IncomingQuestion, dependencies: Working): Promise<void> {
  const { underWay, startProgress, post, beginPosting, log } = dependencies;
  const language = detectLanguage(question.text);
  const progress = await startProgress(question, language);
  const { signal, end } = underWay.begin(question);
  try {
    await answer(question, { ...dependencies, progress, stopped: signal });
  } catch (error) {
    if (!(signal.reason instanceof QuestionStopped)) throw error;
    beginPosting();
    log.info({ eventId: question.eventId, reason: signal.reason.reason }, 'answer stopped');
    const notice = buildNotice(textsFor(language).stopped);
    if (signal.reason.reason !== 'stopped') await progress.discard();
    else if (!(await progress.finish(notice))) await post(question, notice);
  } finally {
    end();
    await progress.end();
  }
}

type Shown = Working & { progress: Progress; stopped: AbortSignal };

async function answer(question: IncomingQuestion, shown: Shown): Promise<void> {
  const { pending, progress, present, post, beginPosting, noteAnswered, log } = shown;
  const startedAt = performance.now();
  const record = await askWithin(question, shown);
  // After a crash, or what looked like one, somebody else may have taken the question up.
  if (!(await pending.mayPost(question))) return progress.discard();
  const { messages, keep } = await present(occasionOf(question, record), record);
  // Somebody may press a button as soon as it is there.
  await keep();
  beginPosting();
  for (const [index, message] of messages.entries()) {
    const mark = markAnswer(question, index + 1, messages.length);
    if (index > 0 || !(await progress.finish(message, mark))) await post(question, message, mark);
  }
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

/** Asks the engine, within the thread's past, the plans that may be shown there, and the time. */
async function askWithin(
  question: IncomingQuestion,
  { ask, sightFor, threads, progress: { onEvent }, stopped }: Shown,
): Promise<AnswerRecord> {
  const history = await threads.history(question);
  const visiblePlans = await sightFor({ ...question, private: question.place !== 'channel' });
  const { text, plans = [] } = question;
  const request = { question: text, history, visiblePlans, plans, onEvent, trace: true };
  return withinLimit((signal) => ask({ ...request, signal }), stopped);
}

function occasionOf(question: IncomingQuestion, { answer }: AnswerRecord): Occasion {
  const { team, user, channel, heading, place, files } = question;
  const remarks = files === undefined ? [] : [textsFor(answer.language).filesNotRead];
  return { team, user, channel, isPrivate: place === 'private', heading, remarks };
}

/**
 * Runs work until the time is over or it is stopped. Timer and listeners go with the work: Node keeps a signal
 * of `AbortSignal.any` that somebody listens to for as long as it may abort, and with it the answer.
 */
async function withinLimit<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  stopped: AbortSignal,
): Promise<Result> {
  stopped.throwIfAborted();
  const limit = new AbortController();
  const { signal } = limit;
  const timer = setTimeout(() => limit.abort(tooLong()), answerLimitMs);
  const stop = (): void => limit.abort(stopped.reason);
  stopped.addEventListener('abort', stop, { once: true });
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    return await Promise.race([work(signal), ended]);
  } finally {
    clearTimeout(timer);
    stopped.removeEventListener('abort', stop);
  }
}

function tooLong(): DOMException {
  return new DOMException('The answer took longer than it may.', 'TimeoutError');
}
