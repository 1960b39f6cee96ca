import { z } from 'zod';
import { type Indicator, type Passage, Plan } from '../records.js';

/** Version of the rows' layout; an index of another version is rebuilt. */
export const schemaVersion = 2;

/** A contradiction inside one plan, computed while the plan is read. */
export const Finding = z.object({
  findingId: z.string(),
  planId: z.string(),
  kind: z.string(),
  certainty: z.enum(['contradiction', 'rounding', 'definition']),
  about: z.string(),
  stated: z.string(),
  computed: z.string(),
  note: z.string(),
  /** Word for word, each with the passage that it stands in. */
  quotes: z.array(z.object({ passageId: z.string(), quote: z.string() })),
});
export type Finding = z.infer<typeof Finding>;

/** A plan's record with the file that it was read from, by which one that is gone from its folder is known. */
export const StoredPlan = Plan.extend({ file: z.string() });
export type StoredPlan = z.infer<typeof StoredPlan>;

/** Everything that one plan file puts into the index. */
export interface PlanRows {
  plan: StoredPlan;
  passages: {
    passage: Passage;
    /** What is searched, cut into words: title, period, path and text. */
    words: readonly string[];
    /** The path alone. */
    headWords: readonly string[];
  }[];
  indicators: Indicator[];
  findings: Finding[];
}

/** What the index says of itself. */
export const IndexMeta = z.object({
  schemaVersion: z.number(),
  embedderId: z.string(),
  dimensions: z.number(),
});
export type IndexMeta = z.infer<typeof IndexMeta>;

/** A row of the one table; `json` is the record, the other columns are for search and filters. */
export interface Row extends Record<string, unknown> {
  id: string;
  kind: 'meta' | 'plan' | 'passage' | 'indicator' | 'finding';
  plan_id: string;
  position: number;
  words: string;
  head_words: string;
  /** Passages have one. */
  vector: Float32Array | null;
  json: string;
}
