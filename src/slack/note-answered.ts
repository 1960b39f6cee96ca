import type { Logger } from 'pino';
import type { AnsweredThreads } from './answered-threads.js';
import { describeError } from './describe-error.js';
import type { IncomingQuestion } from './question.js';
import type { RecentQuestions } from './recent-questions.js';

/** Creates what keeps that a question was answered; the answer is out, so nothing here fails. */
export function createNoteAnswered({
  answeredThreads,
  recentQuestions,
  log,
}: {
  answeredThreads: AnsweredThreads;
  recentQuestions: RecentQuestions;
  log: Logger;
}): (question: IncomingQuestion) => Promise<void> {
  return async (question) => {
    try {
      if (question.place !== 'private') await answeredThreads.note(question);
      // A follow-up says little without its thread.
      if (question.ts === question.threadTs) await recentQuestions.note(question);
    } catch (error) {
      log.warn({ error: describeError(error, [question.text]) }, 'an answered question was not noted');
    }
  };
}
