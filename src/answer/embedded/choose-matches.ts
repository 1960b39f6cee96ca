import type { IndicatorMatch } from '../../retrieve/find-indicators.js';
import type { Understanding } from '../understand/understand.js';

/** A row is stated as the answer only when its name is met this well. */
const firmScore = 0.52;
/** A further indicator must cover this share of what the first ones leave open. */
const leastGain = 0.18;
const mostIndicators = 4;

/** The best match of each plan, and further ones while they cover what is still open in the question. */
export function chooseMatches(indicators: readonly IndicatorMatch[], frame: Understanding): IndicatorMatch[] {
  const firm = indicators.filter((match) => match.score >= firmScore);
  const best = firm[0];
  if (!best) return [];
  const planIds = frame.plans.length > 0 ? frame.plans : [best.planId];
  return planIds.flatMap((planId) => coverPlan(firm.filter((match) => match.planId === planId)));
}

function coverPlan(matches: readonly IndicatorMatch[]): IndicatorMatch[] {
  const [best] = matches;
  if (!best) return [];
  const chosen = [best];
  const covered = new Set(best.covered);
  for (const match of matches.slice(1)) {
    if (chosen.length >= mostIndicators) break;
    const fresh = [...match.covered].filter((word) => !covered.has(word));
    const gain = fresh.length / Math.max(1, match.covered.size);
    const isVariant = chosen.some((one) => one.name.includes(match.name) || match.name.includes(one.name));
    if (fresh.length === 0 || gain < leastGain || (isVariant && gain < 0.34)) continue;
    chosen.push(match);
    for (const word of fresh) covered.add(word);
  }
  return chosen;
}
