import type { Logger } from 'pino';
import type { IncomingQuestion } from '../question.js';
import type { Claims } from '../state/state.js';
import { claimQuestion } from './claim-question.js';
import type { Pending, PendingQuestions } from './pending.js';
import type { Tell } from './tell.js';
import type { Work } from './work.js';

/** Takes a question that came in: once, however often it comes. Never throws. */
export type Take = (question: IncomingQuestion) => Promise<void>;

/**
 * Creates the way from an event to the work: noted first, so that a crash loses nothing, then claimed, so
 * that nobody else takes it, then in the queue, unless too many are there already.
 */
export function createTake({
  claims,
  pending,
  work,
  tell,
  log,
}: {
  claims: Claims;
  pending: PendingQuestions;
  work: Work;
  tell: Tell;
  log: Logger;
}): Take {
  const finish = async (noted: Pending): Promise<void> => {
    const { question } = noted;
    const overload = work.overload(question);
    if (overload === undefined) await work.add(question);
    else if (await pending.mayPost(question)) {
      const { notice, count } = overload;
      log.warn({ eventId: question.eventId, notice, count }, 'too many questions at once');
      await tell.notice(question, notice, { count: String(count) });
    }
  };
  return async (question) => {
    let noted: Pending | undefined;
    try {
      noted = await pending.note(question);
      if (await claimQuestion(question, claims)) await finish(noted);
      else log.info({ eventId: question.eventId }, 'event taken before');
    } catch (error) {
      await tell.failure(question, error);
    } finally {
      if (noted !== undefined) await pending.done(noted).catch(() => undefined);
    }
  };
}
