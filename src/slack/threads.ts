import type { IncomingQuestion } from './question.js';
import { personKey } from './state/person-key.js';

/** What was asked in a thread, so that a follow-up is understood. */
export interface Threads {
  /** The thread's earlier questions, oldest first; notes this one as asked. */
  history(question: IncomingQuestion): Promise<string[]>;
  /** Forgets what a person (`personKey`) asked; returns how many questions that were. */
  forget(person: string): number;
}

/** Looks a thread's earlier questions up in Slack; empty where Slack does not give them. */
export type FindEarlierQuestions = (
  question: IncomingQuestion,
) => Promise<readonly Pick<IncomingQuestion, 'team' | 'user' | 'text'>[]>;

interface Asked {
  text: string;
  person: string;
  /** Milliseconds since 1970. */
  at: number;
}

const threadLimit = 1_000;
const questionLimit = 10;

/**
 * Keeps the questions of the latest threads in memory, for `keepMs` milliseconds at most. Slack is asked only
 * for a thread that is not known, after a restart: it answers that once a minute and no more.
 */
export function createThreads({
  findEarlierQuestions,
  keepMs,
  now = Date.now,
}: {
  findEarlierQuestions: FindEarlierQuestions;
  keepMs: number;
  now?: () => number;
}): Threads {
  const threads = new Map<string, Asked[]>();
  const note = ({ text, ...person }: Parameters<typeof personKey>[0] & { text: string }): Asked => ({
    text,
    person: personKey(person),
    at: now(),
  });
  return {
    async history(question) {
      const key = `${question.channel}:${question.threadTs}`;
      const startsThread = question.ts === question.threadTs;
      const earlier =
        threads.get(key) ?? (startsThread ? [] : (await findEarlierQuestions(question)).map(note));
      // Two questions of one unknown thread may both have asked Slack; what came first stays.
      const asked = (threads.get(key) ?? earlier).filter(({ at }) => at + keepMs > now());
      threads.delete(key);
      threads.set(key, [...asked, note(question)].slice(-questionLimit));
      forgetOldest(threads);
      return asked.map(({ text }) => text);
    },
    forget(person) {
      let forgotten = 0;
      for (const [key, asked] of threads) {
        const others = asked.filter((one) => one.person !== person);
        forgotten += asked.length - others.length;
        threads.set(key, others);
      }
      return forgotten;
    },
  };
}

function forgetOldest(threads: Map<string, unknown>): void {
  const [oldest] = threads.keys();
  if (threads.size > threadLimit && oldest !== undefined) threads.delete(oldest);
}
