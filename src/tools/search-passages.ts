import { z } from 'zod';
import { searchPassages } from '../retrieve/search-passages.js';
import type { Hit } from '../store/open-store.js';
import { type Tool, withinSight } from './tool.js';

const schema = z.object({
  phrases: z.array(z.string()).describe('What to look for, in Chinese, in the words of a plan'),
  background: z
    .array(z.string())
    .default([])
    .describe('Words that all of the plan is about, which tell little'),
  planIds: z.array(z.string()).describe('Plans to look in; empty for all'),
  parts: z.array(z.string()).default([]).describe('Numbered parts to look in first: 专栏5, 表3, 附件1'),
  years: z.array(z.number().int()).describe('Years that the passage should speak of; may be empty'),
  wantsFigures: z.boolean().describe('True when a figure is asked for'),
  limit: z.number().int().min(1).max(40),
});

/** Finds the passages that bear on a question, best first. */
export const searchPassagesTool: Tool<typeof schema, Hit[]> = {
  name: 'search_passages',
  description:
    'Finds passages of the plans that bear on a question, best first, each with its place in the plan.',
  schema,
  run: (context, { planIds, ...query }) =>
    searchPassages(context, { ...query, planIds: withinSight(context, planIds) }),
};
