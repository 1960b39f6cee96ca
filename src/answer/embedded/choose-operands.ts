import type { Indicator } from '../../records.js';
import type { IndicatorMatch } from '../../retrieve/find-indicators.js';
import type { Understanding } from '../understand/understand.js';
import { sameFigure } from './choose-rows.js';
import type { ClaimSetting } from './indicator-claims.js';

interface Request {
  operation: string;
  matches: readonly IndicatorMatch[];
  frame: Understanding;
  setting: ClaimSetting;
}

/** The rows that an operation needs, in its order of operands; undefined when one is missing. */
export function chooseOperands(request: Request): Indicator[] | undefined {
  switch (request.operation) {
    case 'cagr':
    case 'growth':
      return twoYears(request);
    case 'difference':
      return acrossPlans(request) ?? acrossMatches(request) ?? twoYears(request);
    case 'interpolate':
      return aroundYear(request);
    case 'ratio':
      return acrossPlans(request) ?? acrossMatches(request);
    case 'share':
      return acrossMatches(request) ?? acrossPlans(request);
    case 'implied_total':
      return partAndShare(request);
    case 'convert':
      return oneFigure(request);
    default:
      return undefined;
  }
}

const isRatio = (row: Indicator) => row.measure === 'rate' || row.measure === 'share';

/** The first indicator that is an amount: a stated growth rate is not what a growth is worked out from. */
function amountMatch(matches: readonly IndicatorMatch[]): IndicatorMatch | undefined {
  return matches.find((match) => match.rows.some((row) => row.value !== null && row.measure !== 'rate'));
}

/** Figures of one indicator in two years: those asked for, or the baseline and the last target. */
function twoYears({ matches, frame, setting }: Request): Indicator[] | undefined {
  const match = amountMatch(matches);
  if (!match) return undefined;
  const rows = datedRows(match);
  const [from, to] = [...frame.years].sort((a, b) => a - b);
  const plan = setting.plans.get(match.planId);
  const last = to ?? from ?? plan?.periodEnd ?? undefined;
  const end = rows.find((row) => row.year === last) ?? (to === undefined ? rows.at(-1) : undefined);
  const start =
    to === undefined
      ? rows.filter((row) => (row.year ?? 0) < (end?.year ?? 0)).at(baselineAt(rows, end))
      : rows.find((row) => row.year === from);
  return start && end && start !== end ? [start, end] : undefined;
}

/** The baseline before a target: the last actual value, or the first row there is. */
function baselineAt(rows: readonly Indicator[], end: Indicator | undefined): number {
  const before = rows.filter((row) => (row.year ?? 0) < (end?.year ?? 0));
  const actual = before.findLastIndex((row) => row.kind !== 'target');
  return actual < 0 ? 0 : actual;
}

/** The figures on both sides of a year that the plan gives none for. */
function aroundYear({ matches, frame }: Request): Indicator[] | undefined {
  const match = amountMatch(matches);
  const year = frame.years.find((one) => !match?.rows.some((row) => row.year === one)) ?? frame.years.at(-1);
  if (!match || year === undefined) return undefined;
  const rows = datedRows(match);
  const before = rows.filter((row) => (row.year ?? 0) < year).at(-1);
  const after = rows.find((row) => (row.year ?? 0) > year);
  return before && after ? [before, after] : undefined;
}

/** The same indicator in two plans, in the order in which the question names them. */
function acrossPlans({ matches, frame, setting }: Request): Indicator[] | undefined {
  if (frame.plans.length !== 2) return undefined;
  const rows = frame.plans.flatMap((planId) => {
    const match = matches.find((one) => one.planId === planId);
    return match ? (figureOf(match, frame, setting) ?? []) : [];
  });
  return rows.length === 2 ? rows : undefined;
}

/** Two indicators of one plan and year: part and whole, or what is set against each other. */
function acrossMatches({ matches, frame, setting }: Request): Indicator[] | undefined {
  const [first, second] = matches.filter((match) => match.planId === matches[0]?.planId);
  if (!first || !second) return undefined;
  const rows = [first, second].map((match) => figureOf(match, frame, setting));
  const [a, b] = rows;
  if (!a || !b || isRatio(a) !== isRatio(b)) return undefined;
  return (a.value ?? 0) <= (b.value ?? 0) ? [a, b] : [b, a];
}

/** An amount and the share that it has in a whole, of one year. */
function partAndShare({ matches, frame, setting }: Request): Indicator[] | undefined {
  const rows = matches.flatMap((match) => figureOf(match, frame, setting) ?? []);
  const ratio = rows.find(isRatio);
  const part = rows.find((row) => !isRatio(row) && row.planId === ratio?.planId);
  return ratio && part ? [part, ratio] : undefined;
}

function oneFigure({ matches, frame, setting }: Request): Indicator[] | undefined {
  const row = matches[0] && figureOf(matches[0], frame, setting);
  return row ? [row] : undefined;
}

/** The figure of the year asked for, or of the plan's last year. */
function figureOf(match: IndicatorMatch, frame: Understanding, setting: ClaimSetting): Indicator | undefined {
  const rows = datedRows(match);
  const asked = rows.filter((row) => row.year !== null && frame.years.includes(row.year));
  const end = setting.plans.get(match.planId)?.periodEnd;
  return (
    asked.at(-1) ??
    rows.find((row) => row.year === end) ??
    rows.at(-1) ??
    match.rows.find((row) => row.value !== null)
  );
}

/** Rows with a figure and a year, a figure a year, oldest first; bounded ones first within a year. */
function datedRows(match: IndicatorMatch): Indicator[] {
  const rows = match.rows.filter((row) => row.value !== null && row.year !== null && row.valueMax === null);
  const sorted = [...rows].sort(
    (a, b) => (a.year ?? 0) - (b.year ?? 0) || Number(b.kind !== 'target') - Number(a.kind !== 'target'),
  );
  return sorted.filter(
    (row, at) =>
      !sorted
        .slice(0, at)
        .some((one) => one.year === row.year && (sameFigure(one, row) || one.kind === row.kind)),
  );
}
