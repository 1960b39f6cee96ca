import { z } from 'zod';
import type { Finding } from '../store/rows.js';
import { type Tool, withinSight } from './tool.js';

const schema = z.object({
  planIds: z.array(z.string()).describe('Plans to look in; empty for all'),
});

/** A finding whose quotes say where in the plan each stands. */
export interface PlacedFinding extends Omit<Finding, 'quotes'> {
  quotes: { text: string; sectionPath: string[]; passageId: string }[];
}

/** The figures of plans that contradict each other or do not reproduce, as found when the plans were read. */
export const auditTool: Tool<typeof schema, PlacedFinding[]> = {
  name: 'audit',
  description:
    'Lists where the figures of a plan contradict each other or do not reproduce: stated growth and shares ' +
    'against their figures, parts against totals, prose against tables, titles and counts that differ. ' +
    'certainty is contradiction, rounding (the rounding of a target explains it) or definition (the two ' +
    'may mean different things).',
  schema,
  run: async ({ store, ...context }, { planIds }) => {
    const findings = await store.findings(withinSight({ store, ...context }, planIds));
    const ids = [...new Set(findings.flatMap(({ quotes }) => quotes.map(({ passageId }) => passageId)))];
    const passages = await store.passagesById(ids);
    const paths = new Map(passages.map(({ passageId, sectionPath }) => [passageId, sectionPath]));
    return findings.map((finding) => ({
      ...finding,
      quotes: finding.quotes.map(({ passageId, quote }) => ({
        text: quote,
        sectionPath: paths.get(passageId) ?? [],
        passageId,
      })),
    }));
  },
};
