import { findPeriods } from '../../../quantity/periods.js';
import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import type { GivenFigure } from '../../understand/given-figures.js';
import { fillTemplate } from '../fill-template.js';
import words from './calculation-terms.json' with { type: 'json' };
import { type Change, changesOf } from './changes.js';
import { courseOf } from './course-operands.js';
import { ownTerm, rowsStating } from './given-term.js';
import { isGrowth } from './is-growth.js';
import { isRatio, type OperandRequest } from './request.js';
import { rowTerm } from './row-term.js';
import type { Operands, Term } from './term.js';

const yearly = new RegExp(words.yearlyGrowth, 'i');
const fall = new RegExp(words.fall, 'i');
const sinceYear = new RegExp(words.sinceYear, 'i');
/** What the question names less well is not what it asks back for. */
const leastScore = 0.45;
/** Another that is named this much better has no such change stated. */
const mostBehind = 0.35;

/** An amount and the change that led to it give what it was before, where that change counts from then. */
export function beforeChange(request: OperandRequest): Operands | undefined {
  return beforeGiven(request) ?? beforeStated(request);
}

/** The change stands in the question. */
export function beforeGiven(request: OperandRequest): Operands | undefined {
  const { wish, frame } = request;
  const change = wish.given.find(isGrowth);
  const amount = change && amountAfter(request, change);
  const year = amount?.operand.year ?? null;
  if (!change || !amount || year === null) return undefined;
  const isRate = lookUpUnit(change.unit)?.kind === 'ratio';
  if (!isRate && !sameKind(change.unit, amount.operand.unit)) return undefined;
  const asked = frame.years.find((one) => one < year) ?? year - 1;
  const gap = year - asked;
  const isYearly = yearly.test(change.lead);
  // Growth over one year is not that over several, unless the question says since when.
  if (gap > 1 && !isYearly && !sinceYear.test(frame.question)) return undefined;
  return {
    kind: 'terms',
    operation: 'before_change',
    terms: [amount, changeTerm(change, year, request)],
    options: {
      direction: fall.test(change.lead) ? 'fall' : 'rise',
      year: asked,
      ...(isYearly && gap > 1 ? { periods: gap } : {}),
    },
  };
}

/** The amount that the change led to: the one quoted, or the plan's of the later year of the question. */
function amountAfter(request: OperandRequest, change: GivenFigure): Term | undefined {
  const { frame, setting } = request;
  const { rows, own, quoted } = courseOf(request);
  const given = own.find(({ raw }) => raw !== change.raw);
  const later = Math.max(...frame.years, 0);
  if (given) {
    const dated = { ...given, year: given.year ?? change.year ?? (later || null) };
    return ownTerm(dated, rows[0]?.name ?? '', frame.language);
  }
  const isChange = (row: Indicator) => row.value === change.value && row.unit === change.unit;
  const row =
    quoted.find((one) => !isRatio(one) && !isChange(one)) ??
    rows.find((one) => one.year === later && !isRatio(one));
  return row && rowTerm(row, frame, setting);
}

function changeTerm(given: GivenFigure, year: number, { evidence, frame, setting }: OperandRequest): Term {
  // The year beside a rate may be the one that it counts from (比2015年增长).
  const rate = { ...given, year: null };
  const stated = rowsStating(rate, evidence.collection, frame.question).find(
    (row) => row.measure === 'rate' && row.year === year,
  );
  return stated
    ? rowTerm(stated, frame, setting)
    : ownTerm(rate, fillTemplate(frame.language, 'growthName'), frame.language);
}

/** The plan states the change beside the figure (113家，较2015年增加48家). */
export function beforeStated({ evidence, frame, setting }: OperandRequest): Operands | undefined {
  const [best] = evidence.indicators;
  const named = evidence.indicators.filter(
    ({ score }) => score >= leastScore && score >= (best?.score ?? 0) - mostBehind,
  );
  for (const { rows } of named) {
    const isStated = rows.some(
      (row) => row.value !== null && frame.years.includes(row.year ?? 0) && isEarliest(row, frame.years),
    );
    if (isStated) continue;
    for (const level of withTwins(rows, evidence.collection)) {
      const change = changesOf(level, evidence.collection).find((one) => isAskedFrom(one, level, frame));
      if (change) return asOperands(level, change, { frame, setting });
    }
  }
  return undefined;
}

/** The figures with those that say the same elsewhere: a table has the figure, a sentence how it changed. */
function withTwins(rows: readonly Indicator[], collection: readonly Indicator[]): Indicator[] {
  const levels = rows.filter((row) => row.value !== null && row.valueMax === null);
  const isTwin = (one: Indicator, row: Indicator) =>
    one.planId === row.planId &&
    one.year === row.year &&
    one.value === row.value &&
    one.unit === row.unit &&
    (one.canonicalName === row.canonicalName || row.name.includes(one.name) || one.name.includes(row.name));
  return [
    ...levels,
    ...collection.filter((one) => !levels.includes(one) && levels.some((row) => isTwin(one, row))),
  ];
}

/** The plan gives the figure of the earliest year asked for itself. */
function isEarliest({ year }: Indicator, years: readonly number[]): boolean {
  return year === Math.min(...years);
}

function isAskedFrom(
  change: Change,
  level: Indicator,
  { years, question }: OperandRequest['frame'],
): boolean {
  if (change.period !== null) return change.period === earliestPeriod(question);
  if (change.isYearly) return change.row.yearFrom !== null && startOf(change, years) !== undefined;
  return change.since !== null && change.since < (level.year ?? 0) && years.includes(change.since);
}

/** Of 十三五 and 十二五, the one that is asked back for. */
function earliestPeriod(question: string): string | undefined {
  const named = findPeriods(question).filter(({ raw }) => /五/.test(raw));
  const [first] = [...named].sort((a, b) => a.from - b.from);
  return first && periodName.exec(first.raw)?.[0];
}

const periodName = /十[一二三四五六]五/;

/** A yearly rate of 2016 to 2020 counts from 2015. */
function startOf({ row }: Change, years: readonly number[]): number | undefined {
  return years.find((year) => row.yearFrom === year || row.yearFrom === year + 1);
}

function asOperands(
  level: Indicator,
  change: Change,
  { frame, setting }: Pick<OperandRequest, 'frame' | 'setting'>,
): Operands {
  const year = (change.isYearly ? startOf(change, frame.years) : change.since) ?? undefined;
  const periods = change.isYearly && year !== undefined ? (level.year ?? 0) - year : 1;
  return {
    kind: 'terms',
    operation: 'before_change',
    // The year of a change may stand in its name only as the one that it counts from.
    terms: [level, { ...change.row, year: level.year }].map((row) => rowTerm(row, frame, setting)),
    options: {
      direction: change.falls ? 'fall' : 'rise',
      ...(year === undefined ? {} : { year }),
      ...(periods > 1 ? { periods } : {}),
    },
  };
}
