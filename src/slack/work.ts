import type { Reply } from './reply.js';

/** Replies that are under way, so that a stop can wait for them. */
export interface Work {
  reply: Reply;
  /** Resolves when nothing is under way, or when the time is over. */
  settle(limitMs: number): Promise<void>;
}

/** Keeps count of the replies under way. */
export function createWork(reply: Reply): Work {
  const underWay = new Set<Promise<void>>();
  return {
    async reply(question) {
      const done = reply(question);
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
