import { z } from 'zod';
import type { IncomingQuestion } from './question.js';
import type { State } from './state/state.js';
import type { Stoppable, StopReason } from './under-way.js';

/** Stops that were asked for, in the state that replicas share: another one may be at the answer. */
export interface Stops {
  /** @param at when it was asked for, on Slack's clock: what was asked in the thread later goes on. */
  tell(what: Stoppable, reason: StopReason, at?: string): Promise<void>;
  /** Why this question is to be answered no longer; undefined where nobody said so. */
  find(question: Pick<IncomingQuestion, 'channel' | 'ts' | 'threadTs'>): Promise<StopReason | undefined>;
}

/** No question waits and is worked on for longer. */
const keptMs = 15 * 60_000;
const valueSchema = z.object({
  reason: z.enum(['stopped', 'deleted', 'edited']),
  at: z.string().optional(),
});

export function createStops(state: State): Stops {
  const records = state.records('stops');
  const read = async (id: string) => valueSchema.safeParse(await records.get(id)).data;
  return {
    tell: (what, reason, at) => records.put({ id: idOf(what), value: { reason, at }, ttlMs: keptMs }),
    async find({ channel, ts, threadTs }) {
      const [ofMessage, ofThread] = await Promise.all([
        read(idOf({ channel, ts })),
        read(idOf({ channel, threadTs })),
      ]);
      if (ofMessage !== undefined) return ofMessage.reason;
      const isMeant = ofThread?.at !== undefined && Number(ts) < Number(ofThread.at);
      return isMeant ? ofThread.reason : undefined;
    },
  };
}

function idOf(what: Stoppable): string {
  return 'ts' in what ? `message:${what.channel}:${what.ts}` : `thread:${what.channel}:${what.threadTs}`;
}
