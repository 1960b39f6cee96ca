import type { IncomingQuestion } from './question.js';

/** What was asked in a thread, so that a follow-up is understood. */
export interface Threads {
  /** The thread's earlier questions, oldest first; notes this one as asked. */
  history(question: IncomingQuestion): Promise<string[]>;
}

/** Looks a thread's earlier questions up in Slack; empty where Slack does not give them. */
export type FindEarlierQuestions = (question: IncomingQuestion) => Promise<string[]>;

const threadLimit = 1_000;
const questionLimit = 10;

/**
 * Keeps the questions of the latest threads in memory. Slack is asked only for a thread that is not
 * known, after a restart: it answers that once a minute and no more.
 */
export function createThreads({
  findEarlierQuestions,
}: {
  findEarlierQuestions: FindEarlierQuestions;
}): Threads {
  const threads = new Map<string, string[]>();
  return {
    async history(question) {
      const key = `${question.channel}:${question.threadTs}`;
      const startsThread = question.ts === question.threadTs;
      const earlier = threads.get(key) ?? (startsThread ? [] : await findEarlierQuestions(question));
      // Two questions of one unknown thread may both have asked Slack; what came first stays.
      const asked = threads.get(key) ?? earlier;
      threads.delete(key);
      threads.set(key, [...asked, question.text].slice(-questionLimit));
      forgetOldest(threads);
      return asked;
    },
  };
}

function forgetOldest(threads: Map<string, unknown>): void {
  const [oldest] = threads.keys();
  if (threads.size > threadLimit && oldest !== undefined) threads.delete(oldest);
}
