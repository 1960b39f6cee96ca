import type { Logger } from 'pino';
import { describeError } from './describe-error.js';
import type { IncomingQuestion } from './question.js';
import type { Stops } from './stops.js';

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
  /**
   * Stops what is under way there, here or in another replica, and a question that has not begun yet.
   * @param at when that was asked for, as Slack says
   */
  stop(what: Stoppable, reason: StopReason, at?: string): Promise<void>;
}

const stoppedLimit = 1_000;
/** How often an answer that takes its time looks for a stop that came in elsewhere. */
const lookMs = 500;

export function createUnderWay({ stops, log }: { stops: Stops; log: Logger }): UnderWay {
  const running = new Map<string, { channel: string; threadTs: string; controller: AbortController }>();
  /** Messages that were taken back, perhaps before their turn came. */
  const takenBack = new Map<string, StopReason>();
  return {
    begin(question) {
      const { channel, ts, threadTs } = question;
      const key = `${channel}:${ts}`;
      const controller = new AbortController();
      const before = takenBack.get(key);
      if (before !== undefined) controller.abort(new QuestionStopped(before));
      running.set(key, { channel, threadTs, controller });
      const look = async (): Promise<void> => {
        try {
          const reason = await stops.find(question);
          if (reason !== undefined) controller.abort(new QuestionStopped(reason));
        } catch (error) {
          log.warn({ error: describeError(error) }, 'stops of other replicas cannot be seen');
        }
      };
      void look();
      const timer = setInterval(() => void look(), lookMs);
      const end = (): void => {
        clearInterval(timer);
        running.delete(key);
      };
      return { signal: controller.signal, end };
    },
    async stop(what, reason, at) {
      if ('ts' in what) {
        takenBack.set(`${what.channel}:${what.ts}`, reason);
        const [oldest] = takenBack.keys();
        if (takenBack.size > stoppedLimit && oldest !== undefined) takenBack.delete(oldest);
      }
      const meant = [...running].filter(([key, one]) =>
        'ts' in what ? key === `${what.channel}:${what.ts}` : isIn(one, what),
      );
      for (const [, { controller }] of meant) controller.abort(new QuestionStopped(reason));
      if (meant.length > 0) return;
      await stops.tell(what, reason, at).catch((error: unknown) => {
        log.warn({ error: describeError(error) }, 'other replicas are not told of a stop');
      });
    },
  };
}

function isIn(
  one: { channel: string; threadTs: string },
  { channel, threadTs }: { channel: string; threadTs: string },
): boolean {
  return one.channel === channel && one.threadTs === threadTs;
}
