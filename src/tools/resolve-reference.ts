import { foldWidth } from '../quantity/fold-width.js';
import { sameQuantity } from '../quantity/same-quantity.js';
import type { Indicator, Plan } from '../records.js';
import { findIndicators, type IndicatorMatch } from '../retrieve/find-indicators.js';
import type { IndicatorIndex } from '../retrieve/indicator-index.js';
import { queryTerms } from '../retrieve/query-terms.js';

/** An indicator of a plan as a calculation names it. */
export interface IndicatorReference {
  indicator: string;
  year?: number | undefined;
  /** Only figures for a later year; a target is looked for after the year of the actual figure. */
  after?: number | undefined;
  /** Figures that are reached (actual, baseline) or aimed at (target, forecast). */
  kind?: 'actual' | 'target' | undefined;
}

export type Resolution =
  | { kind: 'row'; row: Indicator }
  | { kind: 'choice'; rows: Indicator[] }
  | { kind: 'unknown'; near: string[] };

const firmScore = 0.6;
/** A weaker name than this share of the best one is another indicator. */
const closeness = 0.9;
const nearLimit = 5;
const matchLimit = 12;

/** Finds the one row that a reference means; several rows are a choice, and none names what is near. */
export function resolveReference({
  reference,
  index,
  planIds,
  plans,
}: {
  reference: IndicatorReference;
  index: IndicatorIndex;
  planIds: ReadonlySet<string>;
  /** Their names may stand in front of the indicator's. */
  plans: readonly Plan[];
}): Resolution {
  const phrases = [reference.indicator];
  const matches = findIndicators({ phrases, index, planIds, limit: matchLimit });
  const best = matches[0]?.score ?? 0;
  const meant = matches.filter(
    (match) =>
      isNamed(match, reference.indicator) ||
      (match.score >= firmScore &&
        match.score >= best * closeness &&
        saysItAll(match, reference.indicator, plans)),
  );
  const rows = meant.flatMap((match) => match.rows.filter((row) => row.value !== null));
  const fitting = distinct(rows.filter((row) => fits(row, reference)));
  const [only] = fitting;
  if (only && fitting.length === 1) return { kind: 'row', row: only };
  if (only) return { kind: 'choice', rows: fitting };
  if (rows.length > 0) return { kind: 'choice', rows: distinct(rows) };
  return { kind: 'unknown', near: nearNames({ matches, index, planIds, asked: reference.indicator }) };
}

/** Whether the plan itself calls it exactly so, whatever the other indicators make of the words. */
function isNamed({ rows }: IndicatorMatch, asked: string): boolean {
  const name = foldWidth(asked).replace(/\s+/g, '');
  return rows.some((row) => row.ownScope && [row.name, row.canonicalName].includes(name));
}

/** A word that neither the indicator's name nor the plan's holds is about something else: 票据余额, 存款余额. */
function saysItAll(
  { covered, planId, name }: IndicatorMatch,
  asked: string,
  plans: readonly Plan[],
): boolean {
  const plan = plans.find((one) => one.planId === planId);
  const known = [name, plan?.title ?? '', plan?.region ?? '', ...(plan?.aliases ?? [])].join(' ');
  const terms = queryTerms([asked]).map(({ word }) => word);
  return terms.every(
    (word) =>
      covered.has(word) ||
      known.includes(word) ||
      terms.some((other) => other.length > word.length && other.includes(word)),
  );
}

function fits(row: Indicator, { year, after, kind }: IndicatorReference): boolean {
  const isTarget = row.kind === 'target' || row.kind === 'forecast';
  return (
    (year === undefined || row.year === year) &&
    (after === undefined || (row.year ?? 0) > after) &&
    (kind === undefined || isTarget === (kind === 'target'))
  );
}

/** One row for a figure that stands in several places; the one that says how it bounds the true value. */
function distinct(rows: readonly Indicator[]): Indicator[] {
  const kept: Indicator[] = [];
  for (const row of rows) {
    const at = kept.findIndex((other) => isSameFigure(row, other));
    if (at < 0) kept.push(row);
    else if (kept[at]?.comparator === '=' && row.comparator !== '=') kept[at] = row;
  }
  return kept;
}

function isSameFigure(a: Indicator, b: Indicator): boolean {
  if (a.planId !== b.planId || a.year !== b.year || a.scope !== b.scope) return false;
  if (a.value === null || b.value === null) return false;
  return sameQuantity({ ...a, value: a.value }, { ...b, value: b.value });
}

function nearNames({
  matches,
  index,
  planIds,
  asked,
}: {
  matches: readonly IndicatorMatch[];
  index: IndicatorIndex;
  planIds: ReadonlySet<string>;
  asked: string;
}): string[] {
  const shared = (name: string) => new Set([...name].filter((one) => asked.includes(one))).size;
  const alike = index.groups
    .filter((group) => planIds.has(group.planId) && shared(group.name) >= 2)
    .sort((a, b) => shared(b.name) - shared(a.name) || a.name.length - b.name.length);
  return [...new Set([...matches, ...alike].map(({ name }) => name))].slice(0, nearLimit);
}
