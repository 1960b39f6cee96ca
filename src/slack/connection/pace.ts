import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';

/** Runs calls of one kind one after the other, as fast as Slack lets it. */
export interface Pace {
  /** @param key what Slack counts together: a method, and the channel where it counts by channel. */
  run<Result>(key: string, longestWaitMs: number, call: () => Promise<Result>): Promise<Result>;
}

interface Queue {
  last: Promise<unknown>;
  waiting: number;
  /** Milliseconds since 1970. */
  notBefore: number;
  /** Time between calls, after Slack asked to slow down. */
  spacingMs: number;
  limitedAt: number;
}

/** Slack takes about one message a second in a channel, and lets short bursts be. */
const oneMessageMs = 1_050;
/** So long after the last refusal, bursts are tried again. */
const calmMs = 60_000;
const idleQueues = 1_000;

/**
 * Makes a pace for the calls of one workspace. A call that Slack refuses with 429 was not taken, so it is
 * made again, when Slack says; what waits behind it waits too, so that one refusal stands for all.
 */
export function createPace({
  log,
  slowSpacingMs = oneMessageMs,
  now = Date.now,
}: {
  log: Logger;
  slowSpacingMs?: number;
  now?: () => number;
}): Pace {
  const queues = new Map<string, Queue>();

  const attempt = async <Result>(key: string, queue: Queue, longest: number, call: () => Promise<Result>) => {
    for (;;) {
      await untilAllowed(queue, longest, now);
      try {
        const result = await call();
        queue.notBefore = Math.max(queue.notBefore, now() + spacingOf(queue, now()));
        return result;
      } catch (error) {
        if (!(error instanceof webApi.WebAPIRateLimitedError)) throw error;
        const waitMs = error.retryAfter * 1_000;
        Object.assign(queue, { notBefore: now() + waitMs, spacingMs: slowSpacingMs, limitedAt: now() });
        log.warn({ call: key, seconds: error.retryAfter, waiting: queue.waiting }, 'Slack asks to wait');
        if (waitMs > longest) throw error;
      }
    }
  };
  return {
    async run(key, longestWaitMs, call) {
      const queue = queues.get(key) ?? {
        last: Promise.resolve(),
        waiting: 0,
        notBefore: 0,
        spacingMs: 0,
        limitedAt: 0,
      };
      queues.set(key, queue);
      queue.waiting += 1;
      const turn = queue.last.then(() => attempt(key, queue, longestWaitMs, call));
      // The next in line comes whatever becomes of this one.
      queue.last = turn.catch(() => undefined);
      try {
        return await turn;
      } finally {
        queue.waiting -= 1;
        if (queues.size > idleQueues) dropIdle(queues, now());
      }
    },
  };
}

async function untilAllowed(queue: Queue, longestWaitMs: number, now: () => number): Promise<void> {
  const waitMs = queue.notBefore - now();
  if (waitMs > longestWaitMs) throw new Error(`Slack asks to wait ${Math.ceil(waitMs / 1_000)} seconds`);
  if (waitMs > 0) await sleep(waitMs);
}

function spacingOf({ spacingMs, limitedAt }: Queue, now: number): number {
  return now - limitedAt > calmMs ? 0 : spacingMs;
}

function dropIdle(queues: Map<string, Queue>, now: number): void {
  for (const [key, { waiting, notBefore, limitedAt }] of queues) {
    if (waiting === 0 && notBefore < now && now - limitedAt > calmMs) queues.delete(key);
  }
}
