import { z } from 'zod';
import type { IncomingQuestion } from '../question.js';
import type { State } from '../state/state.js';

/**
 * Streams that are open, kept so that a crash does not leave half a message beside the answer that the
 * question then gets: a stream carries nothing by which it would be known.
 */
export interface OpenStreams {
  /** Notes a stream that is about to begin, and, once it is known, its message. */
  note(question: Asked, ts?: string): Promise<void>;
  forget(question: Asked): Promise<void>;
  /** A stream under a question whose end was not seen; without `ts` its message is not known. */
  find(question: Asked): Promise<{ ts?: string | undefined } | undefined>;
}

type Asked = Pick<IncomingQuestion, 'channel' | 'ts'>;

const dayMs = 24 * 60 * 60 * 1_000;
const valueSchema = z.object({ ts: z.string().optional() });

export function createOpenStreams(state: State): OpenStreams {
  const records = state.records('streams');
  const idOf = ({ channel, ts }: Asked): string => `${channel}:${ts}`;
  return {
    note: (question, ts) =>
      records.put({ id: idOf(question), value: ts === undefined ? {} : { ts }, ttlMs: dayMs }),
    forget: (question) => records.remove(idOf(question)),
    find: async (question) => valueSchema.safeParse(await records.get(idOf(question))).data,
  };
}
