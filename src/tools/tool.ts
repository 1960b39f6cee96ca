import type { z } from 'zod';
import type { Embedder } from '../models/embedder.js';
import type { Plan } from '../records.js';
import type { IndicatorIndex } from '../retrieve/indicator-index.js';
import type { Store } from '../store/open-store.js';

/** What a tool works on; nothing outside `planIds` is looked at. */
export interface ToolContext {
  store: Store;
  embedder: Embedder;
  /** Plans and indicators of the whole index, in memory. */
  plans: readonly Plan[];
  indicators: IndicatorIndex;
  /** Ids of the plans that the asker may see. */
  planIds: readonly string[];
}

/** A look-up that engines, Slack commands and the terminal share. */
export interface Tool<Schema extends z.ZodType, Result> {
  name: string;
  /** For a model: what it does, and when to call it. */
  description: string;
  schema: Schema;
  run(context: ToolContext, input: z.infer<Schema>): Promise<Result>;
}

/** The plans asked for that the asker may see; all of those when none is named. */
export function withinSight(context: ToolContext, planIds: readonly string[]): string[] {
  const visible = new Set(context.planIds);
  return planIds.length === 0 ? [...visible] : planIds.filter((id) => visible.has(id));
}
