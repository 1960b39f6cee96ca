import { lookUpUnit } from '../../../quantity/units.js';
import { fillTemplate } from '../fill-template.js';
import { amountRows } from './amount-rows.js';
import words from './calculation-terms.json' with { type: 'json' };
import { courseOf } from './course-operands.js';
import { ownTerm } from './given-term.js';
import { isYearlyRateOf } from './growth-of.js';
import type { OperandRequest } from './request.js';
import { rowTerm } from './row-term.js';
import type { Operands, Term } from './term.js';

const thatRate = new RegExp(words.rate, 'i');

/** The figures on both sides of a year that the plan gives none for. */
export function aroundYear(request: OperandRequest): Operands | undefined {
  const { frame, setting, wish } = request;
  const rows = amountRows(request);
  const year = frame.years.find((one) => !rows.some((row) => row.year === one));
  if (year === undefined) return undefined;
  const before = rows.filter((row) => (row.year ?? 0) < year).at(-1);
  const after = rows.find((row) => (row.year ?? 0) > year);
  if (!before || !after) return undefined;
  const terms = [before, after].map((row) => rowTerm(row, frame, setting));
  return { kind: 'terms', operation: 'interpolate', terms, options: { year, path: wish.path } };
}

/** Baseline, target, and how far it has come: the asker's figure, or one that the plan gives between them. */
export function threePoints(request: OperandRequest): Operands | undefined {
  const { frame, setting } = request;
  const { rows, own } = courseOf(request);
  const [given] = own;
  const planned = rows.filter((row) => row.kind === 'target' || row.kind === 'forecast');
  const end = setting.plans.get(rows[0]?.planId ?? '')?.periodEnd;
  const target =
    planned.find((row) => frame.years.includes(row.year ?? 0) && row.year !== given?.year) ??
    planned.find((row) => row.year === end) ??
    planned.at(-1);
  const start = rows.find((row) => row.kind !== 'target' && (row.year ?? 0) < (target?.year ?? 0));
  if (!start || !target) return undefined;
  const between = rows.filter(
    (row) => (row.year ?? 0) > (start.year ?? 0) && (row.year ?? 0) < (target.year ?? 0),
  );
  const reached = between.find((row) => frame.years.includes(row.year ?? 0));
  const [from, to] = [start, target].map((row) => rowTerm(row, frame, setting));
  if (!from || !to) return undefined;
  if (!given && !reached)
    return {
      kind: 'missing',
      missing: [{ name: start.name, planIds: [start.planId], years: frame.years, rows: [start, target] }],
      known: [from, to],
    };
  const now = given
    ? ownTerm(given, from.operand.name, frame.language)
    : reached && rowTerm(reached, frame, setting);
  return now && { kind: 'terms', operation: 'progress', terms: [from, to, now], options: {} };
}

/** A figure and the rate at which it goes on: the asker's, or the one that the plan states for it. */
export function alongRate(request: OperandRequest): Operands | undefined {
  const { frame, setting, wish } = request;
  const rate = rateTerm(request);
  const { rows, own, quoted } = courseOf(request);
  if (!rate) return undefined;
  const last = Math.max(...frame.years, 0);
  const [given] = own;
  const earlier = rows.filter((row) => last === 0 || (row.year ?? 0) < last);
  const base =
    quoted[0] ??
    earlier.find((row) => frame.years.includes(row.year ?? 0)) ??
    earlier.findLast((row) => row.kind !== 'target') ??
    earlier.at(-1);
  const start = given
    ? ownTerm(given, rows[0]?.name ?? '', frame.language)
    : base && rowTerm(base, frame, setting);
  if (!start) return undefined;
  const year = last > (start.operand.year ?? Number.POSITIVE_INFINITY) ? last : undefined;
  const end = setting.plans.get(base?.planId ?? '')?.periodEnd ?? undefined;
  const until =
    year ?? (start.operand.year !== null && end !== undefined && end > start.operand.year ? end : undefined);
  const options =
    wish.periods !== null ? { periods: wish.periods } : until === undefined ? undefined : { year: until };
  return options && { kind: 'terms', operation: 'project', terms: [start, rate], options };
}

function rateTerm(request: OperandRequest): Term | undefined {
  const { wish, frame, setting, evidence } = request;
  const given = wish.given.find(({ unit }) => lookUpUnit(unit)?.kind === 'ratio');
  if (given) return ownTerm(given, fillTemplate(frame.language, 'rateName'), frame.language);
  if (!thatRate.test(frame.question)) return undefined;
  const [amount] = amountRows(request);
  const row = amount && evidence.collection.find((one) => isYearlyRateOf(one, amount));
  return row && rowTerm(row, frame, setting);
}
