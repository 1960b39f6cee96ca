import type { Indicator } from '../../records.js';
import type { IndicatorMatch } from '../../retrieve/find-indicators.js';
import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';
import type { Understanding } from '../understand/understand.js';
import { chooseMatches } from './choose-matches.js';
import { asksForPresent, chooseRows, sameAmount } from './choose-rows.js';
import type { Evidence } from './evidence.js';
import { fillTemplate } from './fill-template.js';
import { isPlanned } from './firmness.js';
import { type ClaimSetting, indicatorClaim, sentenceClaim } from './indicator-claims.js';
import { nameIndicator } from './name-indicator.js';

/** Answers from indicator rows, or undefined when no row is surely what the question asks for. */
export function targetDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const matches = withPresent(chooseMatches(evidence, frame), evidence, frame);
  if (matches.length === 0) return undefined;
  const choices = matches.map((match) => ({
    match,
    choice: chooseRows(match, frame, setting.plans.get(match.planId)),
  }));
  const answered = choices.filter(({ choice }) => choice.outcome === 'rows');
  if (answered.length === 0) {
    const other = ofAskedYear(matches[0], evidence, frame);
    if (other) return targetDraft(frame, { ...evidence, indicators: [other], clauses: [] }, setting);
    return missingYear(choices[0]?.match, choices[0]?.choice.rows ?? [], frame, setting);
  }
  const claims = answered.flatMap(({ choice }) =>
    choice.rows.flatMap((row) => {
      const baseline = choice.outcome === 'rows' && choice.rows.length === 1 ? choice.baseline : undefined;
      const asFact = frame.kind !== 'target' && row.source === 'prose';
      const sentence = asFact ? sentenceClaim(row, setting) : undefined;
      const twin = choice.outcome === 'rows' ? twinOf(row, choice.all) : undefined;
      return sentence ?? indicatorClaim({ row, baseline, twin, setting }) ?? [];
    }),
  );
  return emptyDraft({ claims: mergeSame(claims), values: answered.flatMap(({ choice }) => choice.rows) });
}

/** Where the plan has the year asked for under a fuller name (冷链流通率, 农产品冷链流通率), that indicator. */
function ofAskedYear(
  match: IndicatorMatch | undefined,
  { indicators }: Evidence,
  { years }: Understanding,
): IndicatorMatch | undefined {
  return indicators.find(
    (one) =>
      match !== undefined &&
      one !== match &&
      one.planId === match.planId &&
      one.scope === match.scope &&
      one.score >= fullerScore &&
      one.name.includes(match.name) &&
      years.every((year) => one.rows.some((row) => row.year === year)),
  );
}

/** The fuller name must be met this well. */
const fullerScore = 0.7;

/** "How many now, how many to come": the actual figure may go by another name than the target. */
function withPresent(matches: IndicatorMatch[], evidence: Evidence, frame: Understanding): IndicatorMatch[] {
  const [best] = matches;
  if (!best || !asksForPresent.test(frame.question) || !asksForFuture.test(frame.question)) return matches;
  const missing = [isPlanned, isPresent].filter((fits) => !matches.some((match) => match.rows.some(fits)));
  const added = missing.flatMap(
    (fits) =>
      evidence.indicators.find(
        (match) =>
          match.planId === best.planId &&
          match.rows.some(fits) &&
          match.covered.size >= 2 &&
          [...match.covered].filter((word) => best.covered.has(word)).length >= 2,
      ) ?? [],
  );
  return [...matches, ...added];
}

const asksForFuture = /要|目标|打造|计划|将来|到\d{4}年|target|aim/i;
const isPresent = (row: Indicator) => row.kind === 'actual' || row.kind === 'baseline';

/** The same figure in the other source: a table's row beside the sentence, which may add its attribute. */
function twinOf(row: Indicator, all: readonly Indicator[]): Indicator | undefined {
  return all.find(
    (one) =>
      one !== row &&
      one.year === row.year &&
      one.source === 'table' &&
      row.source === 'prose' &&
      one.kind === row.kind &&
      sameAmount(one, row),
  );
}

/** Rows of one sentence make one claim. */
function mergeSame(claims: readonly DraftClaim[]): DraftClaim[] {
  const byText = new Map<string, DraftClaim>();
  for (const claim of claims) {
    const known = byText.get(claim.text);
    byText.set(
      claim.text,
      known ? { ...known, indicators: [...known.indicators, ...claim.indicators] } : claim,
    );
  }
  return [...byText.values()];
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
