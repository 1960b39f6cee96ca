import type { Indicator } from '../../records.js';
import type { IndicatorMatch } from '../../retrieve/find-indicators.js';
import { type Draft, emptyDraft } from '../draft.js';
import type { Understanding } from '../understand/understand.js';
import { chooseRows } from './choose-rows.js';
import type { Evidence } from './evidence.js';
import { fillTemplate } from './fill-template.js';
import { type ClaimSetting, indicatorClaim } from './indicator-claims.js';
import { nameIndicator } from './name-indicator.js';

/** A row is stated as the answer only when its name is met this well. */
const firmScore = 0.52;
/** A further indicator must cover this share of what the first ones leave open. */
const leastGain = 0.18;
const mostIndicators = 4;

/** Answers from indicator rows, or undefined when no row is surely what the question asks for. */
export function targetDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const matches = chooseMatches(evidence.indicators, frame);
  if (matches.length === 0) return undefined;
  const choices = matches.map((match) => ({
    match,
    choice: chooseRows(match, frame, setting.plans.get(match.planId)),
  }));
  const answered = choices.filter(({ choice }) => choice.outcome === 'rows');
  if (answered.length === 0)
    return missingYear(choices[0]?.match, choices[0]?.choice.rows ?? [], frame, setting);
  const claims = answered.flatMap(({ choice }) =>
    choice.rows.flatMap((row) => {
      const baseline = choice.outcome === 'rows' && choice.rows.length === 1 ? choice.baseline : undefined;
      return indicatorClaim({ row, baseline, setting }) ?? [];
    }),
  );
  return emptyDraft({ claims, values: answered.flatMap(({ choice }) => choice.rows) });
}

/** The best match of each plan, and further ones while they cover what is still open in the question. */
function chooseMatches(indicators: readonly IndicatorMatch[], frame: Understanding): IndicatorMatch[] {
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

/** No figure for the year asked: says so, and which years there are. */
function missingYear(
  match: IndicatorMatch | undefined,
  rows: readonly Indicator[],
  frame: Understanding,
  setting: ClaimSetting,
): Draft | undefined {
  const first = rows[0];
  if (!match || !first) return undefined;
  const claims = rows
    .slice(0, 4)
    .flatMap((row) => indicatorClaim({ row, baseline: undefined, setting }) ?? []);
  const lead = fillTemplate(frame.language, 'noSuchYear', {
    years: frame.years.join('、'),
    name: nameIndicator(first, frame.language),
  });
  return emptyDraft({ status: 'refused', reason: 'no_such_year', lead, claims, layout: 'bullets' });
}
