import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Answer, Indicator, Retrieved } from '../../records.js';
import { personKey } from '../state/person-key.js';
import type { State } from '../state/state.js';

const KeptAnswer = z.object({
  team: z.string(),
  user: z.string(),
  channel: z.string(),
  /** True where only the asker was shown it. */
  isPrivate: z.boolean(),
  question: z.string(),
  answer: Answer,
  /** Plans of which it shows anything; it may be shown again only where all of them may. */
  planIds: z.array(z.string()),
  /** The indicator rows that it cites, for the file of figures. */
  rows: z.array(z.object({ row: Indicator, citations: z.array(z.number().int()) })),
  /** The passages around each cited passage, as they stood when it was cited. */
  neighbours: z.record(z.string(), z.object({ before: z.string().nullable(), after: z.string().nullable() })),
  retrieved: z.array(Retrieved),
});

/** An answer as it was given, with what its buttons need: the plans may be read again in the meantime. */
export type KeptAnswer = z.infer<typeof KeptAnswer>;

/** Answers under their ids, for as long as what people ask is kept. */
export interface KeptAnswers {
  keep(id: string, answer: KeptAnswer): Promise<void>;
  /** Undefined when it was never kept, was forgotten, or its time is over. */
  find(id: string): Promise<KeptAnswer | undefined>;
}

const dayMs = 24 * 60 * 60 * 1_000;

export function createKeptAnswers({
  state,
  retentionDays,
}: {
  state: State;
  retentionDays: number;
}): KeptAnswers {
  const records = state.records('answers');
  return {
    async keep(id, answer) {
      if (retentionDays === 0) return;
      await records.put({ id, value: answer, person: personKey(answer), ttlMs: retentionDays * dayMs });
    },
    async find(id) {
      const kept = KeptAnswer.safeParse(await records.get(id));
      return kept.success ? kept.data : undefined;
    },
  };
}

/** An id for an answer that nobody can guess: it stands in buttons, and opens what the answer cites. */
export function newAnswerId(): string {
  return randomBytes(12).toString('hex');
}
