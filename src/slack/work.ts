import type { IncomingQuestion } from './question.js';
import type { Reply } from './reply.js';

/** Replies that wait or are under way, so that a stop can wait for them. */
export interface Work {
  reply: Reply;
  /** Resolves when nothing is left to do, or when the time is over. */
  settle(limitMs: number): Promise<void>;
}

/**
 * Works on some questions at a time, in the order in which they came. A flood then waits here,
 * where it keeps neither acks nor answers that are nearly done from going out.
 */
export function createWork(reply: Reply, { concurrency = 16 }: { concurrency?: number } = {}): Work {
  const waiting: (() => void)[] = [];
  const underWay = new Set<Promise<void>>();
  let running = 0;

  const takeTurn = async (question: IncomingQuestion): Promise<void> => {
    if (running >= concurrency) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      await reply(question);
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
  return {
    async reply(question) {
      const done = takeTurn(question);
      underWay.add(done);
      try {
        await done;
      } finally {
        underWay.delete(done);
      }
    },
    async settle(limitMs) {
      const limit = AbortSignal.timeout(limitMs);
      const over = new Promise<void>((resolve) => limit.addEventListener('abort', () => resolve()));
      while (underWay.size > 0 && !limit.aborted) {
        await Promise.race([Promise.allSettled(underWay), over]);
      }
    },
  };
}
