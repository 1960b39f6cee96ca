import type { IncomingQuestion } from './question.js';

/** Why a question is no longer to be answered. */
export type StopReason = 'stopped' | 'deleted' | 'edited';

/** Thrown out of an answer under way that nobody waits for any longer. */
export class QuestionStopped extends Error {
  readonly reason: StopReason;

  constructor(reason: StopReason) {
    super(`The question was ${reason}.`);
    this.name = 'QuestionStopped';
    this.reason = reason;
  }
}

/** The message that asks, or the thread in which it is answered. */
export type Stoppable = { channel: string; ts: string } | { channel: string; threadTs: string };

/** Questions that are being answered, so that they can be stopped. */
export interface UnderWay {
  /** Notes a question as under way; `signal` aborts with a QuestionStopped. */
  begin(question: Pick<IncomingQuestion, 'channel' | 'ts' | 'threadTs'>): {
    signal: AbortSignal;
    end(): void;
  };
  /** Stops what is under way there, and a question that has not begun yet; true when there was something. */
  stop(what: Stoppable, reason: StopReason): boolean;
}

const stoppedLimit = 1_000;

export function createUnderWay(): UnderWay {
  const running = new Map<string, { channel: string; threadTs: string; controller: AbortController }>();
  /** Messages that were taken back, perhaps before their turn came. */
  const takenBack = new Map<string, StopReason>();
  return {
    begin({ channel, ts, threadTs }) {
      const key = `${channel}:${ts}`;
      const controller = new AbortController();
      const before = takenBack.get(key);
      if (before !== undefined) controller.abort(new QuestionStopped(before));
      running.set(key, { channel, threadTs, controller });
      return { signal: controller.signal, end: () => void running.delete(key) };
    },
    stop(what, reason) {
      if ('ts' in what) {
        takenBack.set(`${what.channel}:${what.ts}`, reason);
        const [oldest] = takenBack.keys();
        if (takenBack.size > stoppedLimit && oldest !== undefined) takenBack.delete(oldest);
      }
      const meant = [...running].filter(([key, one]) =>
        'ts' in what ? key === `${what.channel}:${what.ts}` : isIn(one, what),
      );
      for (const [, { controller }] of meant) controller.abort(new QuestionStopped(reason));
      return meant.length > 0;
    },
  };
}

function isIn(
  one: { channel: string; threadTs: string },
  { channel, threadTs }: { channel: string; threadTs: string },
): boolean {
  return one.channel === channel && one.threadTs === threadTs;
}
