import type { Hit } from '../../store/open-store.js';

/** One plan's best passage must beat every other plan's by this much to be taken as the one meant. */
const leastLead = 1.1;

/** The plan that a question means without naming it: the one whose passages answer it clearly best. */
export function impliedPlan(hits: readonly Hit[]): string | undefined {
  const [best] = hits;
  if (!best) return undefined;
  const other = hits.find((hit) => hit.passage.planId !== best.passage.planId);
  return !other || best.score >= other.score * leastLead ? best.passage.planId : undefined;
}
