import { findQuantities } from '../../quantity/find-quantities.js';
import { sameQuantity } from '../../quantity/same-quantity.js';
import { sameKind } from '../../quantity/units.js';
import type { Indicator } from '../../records.js';
import type { IndicatorMatch } from '../../retrieve/find-indicators.js';
import { coreName } from '../../retrieve/indicator-index.js';
import type { Understanding } from '../understand/understand.js';
import { quantityOf, sameFigure } from './choose-rows.js';
import type { Evidence } from './evidence.js';
import type { ClaimSetting } from './indicator-claims.js';

interface Request {
  operation: string;
  matches: readonly IndicatorMatch[];
  evidence: Evidence;
  frame: Understanding;
  setting: ClaimSetting;
}

/** The rows that an operation needs, in its order of operands; undefined when one is missing. */
export function chooseOperands(request: Request): Indicator[] | undefined {
  switch (request.operation) {
    case 'cagr':
    case 'growth':
      return givenRows(request) ?? twoYears(request);
    case 'difference':
      return (
        (request.frame.years.length > 1 ? twoYears(request) : undefined) ??
        acrossPlans(request) ??
        acrossMatches(request) ??
        twoYears(request)
      );
    case 'interpolate':
      return aroundYear(request);
    case 'ratio':
      return yearsCompared(request) ?? acrossPlans(request) ?? acrossMatches(request);
    case 'share':
      return acrossMatches(request) ?? acrossPlans(request) ?? partOfPeriod(request);
    case 'implied_total':
      return partAndShare(request);
    case 'convert':
      return oneFigure(request);
    default:
      return undefined;
  }
}

const isRatio = (row: Indicator) => row.measure === 'rate' || row.measure === 'share' || row.unit === '%';

/** Rows of the figures that the question itself quotes, in order of their years. */
function givenRows({ evidence, frame }: Request): Indicator[] | undefined {
  const quoted = findQuantities(frame.question).filter(
    (span) => span.role === 'quantity' && span.unit !== '',
  );
  const rows = quoted.flatMap((span) => {
    const fits = evidence.collection.filter((row) => {
      const quantity = quantityOf(row);
      return quantity !== undefined && row.year !== null && sameQuantity(quantity, span);
    });
    return fits[0] ?? [];
  });
  const [first, second] = [...rows].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  return rows.length === 2 && first && second && first.year !== second.year && !isRatio(first)
    ? [first, second]
    : undefined;
}

/** Rows of the first amount, with those of a like name and unit (实际使用外资, 实际使用外资金额). */
function amountRows({ matches, evidence }: Request): Indicator[] {
  const match = matches.find((one) => one.rows.some((row) => row.value !== null && row.measure !== 'rate'));
  if (!match) return [];
  const like = evidence.indicators.filter(
    (one) =>
      one.planId === match.planId &&
      one.scope === match.scope &&
      (one.name.includes(match.name) || match.name.includes(one.name)),
  );
  const unit = match.rows.find((row) => row.value !== null)?.unit ?? '';
  const rows = [match, ...like].flatMap((one) => one.rows);
  return datedRows(
    rows.filter((row) => row.unit === unit || (unit !== '' && row.unit !== '' && sameKind(row.unit, unit))),
  );
}

/** Figures of one indicator in two years: those asked for, or the baseline and the last target. */
function twoYears(request: Request): Indicator[] | undefined {
  const { matches, frame, setting } = request;
  const rows = amountRows(request);
  const [from, to] = [...frame.years].sort((a, b) => a - b);
  const plan = setting.plans.get(matches[0]?.planId ?? '');
  // One year that lies before the plan's period is where the count starts.
  const isStart =
    to === undefined && from !== undefined && plan?.periodStart != null && from < plan.periodStart;
  const last = to ?? (isStart ? undefined : from) ?? plan?.periodEnd ?? undefined;
  const end = rows.find((row) => row.year === last) ?? (to === undefined ? rows.at(-1) : undefined);
  const before = rows.filter((row) => (row.year ?? 0) < (end?.year ?? 0));
  const start =
    to === undefined && !isStart
      ? (before.findLast((row) => row.kind !== 'target') ?? before[0])
      : rows.find((row) => row.year === from);
  return start && end && start !== end ? [start, end] : undefined;
}

/** "2025 is how many times 2020": the later figure over the earlier one. */
function yearsCompared(request: Request): Indicator[] | undefined {
  const rows = request.frame.years.length > 1 ? twoYears(request) : undefined;
  return rows && [...rows].reverse();
}

/** The figures on both sides of a year that the plan gives none for. */
function aroundYear(request: Request): Indicator[] | undefined {
  const rows = amountRows(request);
  const year = request.frame.years.find((one) => !rows.some((row) => row.year === one));
  if (year === undefined) return undefined;
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
  const [a, b] = [first, second].map((match) => figureOf(match, frame, setting));
  // What belongs to different years, or is a ratio beside an amount, is not set against each other.
  if (!a || !b || isRatio(a) !== isRatio(b) || (a.year !== b.year && a.year !== null && b.year !== null))
    return undefined;
  return (a.value ?? 0) <= (b.value ?? 0) ? [a, b] : [b, a];
}

/** A year's amount and the amount of the whole period that it belongs to. */
function partOfPeriod({ matches, evidence }: Request): Indicator[] | undefined {
  const [match] = matches;
  const part = match?.rows.find((row) => row.value !== null && row.measure !== 'cumulative' && !isRatio(row));
  const whole = evidence.collection.find(
    (row) =>
      row.planId === part?.planId &&
      row.passageId === part?.passageId &&
      row.measure === 'cumulative' &&
      row.unit === part?.unit,
  );
  return part && whole ? [part, whole] : undefined;
}

/** An amount and the share that it has in a whole, of one year: the share must be that of the amount. */
function partAndShare({ matches, evidence, frame, setting }: Request): Indicator[] | undefined {
  const rows = matches.flatMap((match) => figureOf(match, frame, setting) ?? []);
  const quoted = findQuantities(frame.question).filter((span) => span.unit === '%');
  for (const part of rows.filter((row) => !isRatio(row))) {
    const shares = evidence.collection.filter(
      (row) =>
        row.planId === part.planId && row.unit === '%' && row.year === part.year && isShareOf(row, part),
    );
    const named = shares.find((row) => quoted.some((span) => span.value === row.value));
    const ratio = named ?? (quoted.length === 0 ? shares[0] : undefined);
    if (ratio) return [part, ratio];
  }
  return undefined;
}

/** 金融业增加值占GDP比重 is a share of 金融业增加值, and of nothing else. */
function isShareOf(ratio: Indicator, part: Indicator): boolean {
  const [numerator = ''] = ratio.name.split('占');
  const ratioBase = coreName(ratio.canonicalName.split('占')[0] ?? '');
  return (
    ratio.name.includes('占') &&
    (coreName(numerator) === coreName(part.name) || ratioBase === coreName(part.canonicalName))
  );
}

function oneFigure({ matches, frame, setting }: Request): Indicator[] | undefined {
  const row = matches[0] && figureOf(matches[0], frame, setting);
  return row ? [row] : undefined;
}

/** The figure of the year asked for, or of the plan's last year. */
function figureOf(match: IndicatorMatch, frame: Understanding, setting: ClaimSetting): Indicator | undefined {
  const rows = datedRows(match.rows);
  const asked = rows.filter((row) => row.year !== null && frame.years.includes(row.year));
  const end = setting.plans.get(match.planId)?.periodEnd;
  return (
    asked.at(-1) ??
    rows.find((row) => row.year === end) ??
    rows.at(-1) ??
    match.rows.find((row) => row.value !== null)
  );
}

/** Rows with a figure and a year, oldest first, each figure once. */
function datedRows(all: readonly Indicator[]): Indicator[] {
  const rows = all.filter((row) => row.value !== null && row.year !== null && row.valueMax === null);
  const sorted = [...rows].sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || firmness(b) - firmness(a));
  return sorted.filter(
    (row, at) =>
      !sorted
        .slice(0, at)
        .some((one) => one.year === row.year && (sameFigure(one, row) || one.kind === row.kind)),
  );
}

/** Actual before planned, exact before approximate. */
function firmness(row: Indicator): number {
  return (row.kind === 'target' ? 0 : 2) + (row.comparator === '~' ? 0 : 1);
}
