import { sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import { amountRows } from './amount-rows.js';
import words from './calculation-terms.json' with { type: 'json' };
import { countedSum } from './counted-sum.js';
import { datedRows, figureOf } from './dated-rows.js';
import { isYearlyRateOf } from './growth-of.js';
import { overColumn } from './over-column.js';
import { ofRows } from './pair-operands.js';
import { phraseTerms } from './phrase-term.js';
import type { OperandRequest } from './request.js';
import { countIn, itemsSum } from './sum-items.js';
import type { Missing, Operands, Term } from './term.js';

const everyYear = new RegExp(words.everyYear, 'i');

/** The members of a list, the years of one indicator, or the same indicator in several plans or places. */
export function several(request: OperandRequest): Operands | undefined {
  const found = membersOf(request);
  const count = countIn(request.frame.question);
  // Six works are not what three of them come to.
  const isOther = found?.kind === 'terms' && count !== undefined && found.terms.length !== count;
  return isOther ? undefined : found;
}

function membersOf(request: OperandRequest): Operands | undefined {
  return (
    (request.wish.operation === 'sum' ? itemsSum(request) : undefined) ??
    listed(request) ??
    overColumn(request) ??
    countedSum(request) ??
    overYears(request) ??
    overPlans(request) ??
    // Members that are named and not found are not made up for by others.
    (request.wish.isList && request.wish.operands.length > 1 ? undefined : overMatches(request))
  );
}

function listed(request: OperandRequest): Operands | undefined {
  const { wish } = request;
  if (wish.operands.length < 2 || !wish.isList) return undefined;
  const found = phraseTerms(request);
  const terms = found.filter((one): one is Term => 'operand' in one);
  // Two members that come to one figure: one of them is not meant by it.
  if (distinct(terms).length < terms.length) return undefined;
  const missing = found.filter((one): one is Missing => 'name' in one);
  const [first] = terms;
  if (!first || !terms.every(({ operand }) => sameKind(operand.unit, first.operand.unit))) return undefined;
  if (missing.length > 0)
    return terms.length >= 2 && missing.length < terms.length
      ? { kind: 'missing', missing, known: terms }
      : undefined;
  return terms.length >= 2 ? { kind: 'terms', operation: wish.operation, terms, options: {} } : undefined;
}

function distinct(terms: readonly Term[]): Term[] {
  return terms.filter(
    (term, at) => at === terms.findIndex(({ row }) => row === term.row || row === undefined),
  );
}

/** One indicator in the years of a span, or in all its planned years. */
function overYears(request: OperandRequest): Operands | undefined {
  const { frame, wish, setting } = request;
  const [from, to] = [Math.min(...frame.years), Math.max(...frame.years)];
  if (frame.years.length < 2 && !everyYear.test(frame.question)) return undefined;
  const rows = amountRows(request).filter(
    (row) => frame.years.length < 2 || ((row.year ?? 0) >= from && (row.year ?? 0) <= to),
  );
  const planned = frame.years.length < 2 ? rows.filter((row) => row.kind === 'target') : rows;
  const isSpan = frame.years.length === 2 && everyYear.test(frame.question);
  const complete =
    frame.years.length < 2 || isSpan || frame.years.every((year) => planned.some((row) => row.year === year));
  return planned.length >= 2 && complete ? ofRows(planned, wish.operation, { frame, setting }) : undefined;
}

function overPlans({ frame, matches, setting, wish }: OperandRequest): Operands | undefined {
  if (frame.plans.length < 2) return undefined;
  const rows = frame.plans.flatMap((planId) => {
    const match = matches.find((one) => one.planId === planId);
    return match ? (figureOf(match, frame, setting) ?? []) : [];
  });
  return rows.length === frame.plans.length ? ofRows(rows, wish.operation, { frame, setting }) : undefined;
}

function overMatches({ frame, matches, setting, wish }: OperandRequest): Operands | undefined {
  const rows = matches.flatMap((match) => figureOf(match, frame, setting) ?? []);
  const [first] = rows;
  const sameYear = new Set(rows.map((row) => row.year)).size === 1;
  if (!first || rows.length < 2 || !sameYear || !rows.every((row) => sameKind(row.unit, first.unit)))
    return undefined;
  return ofRows(rows, wish.operation, { frame, setting });
}

/** Rates of several amounts, each with its amount in the base year as the weight. */
export function weighted(request: OperandRequest): Operands | undefined {
  const { matches, frame, setting, evidence } = request;
  const pairs = matches.flatMap((match) => {
    const [named] = match.rows;
    const all =
      named?.measure === 'rate'
        ? evidence.collection.filter((row) => isYearlyRateOf(named, row))
        : match.rows;
    const amounts = datedRows(all).filter((row) => row.measure === 'level');
    const weight = amounts.find((row) => frame.years.includes(row.year ?? 0)) ?? amounts[0];
    const rate = weight && evidence.collection.find((row) => isYearlyRateOf(row, weight));
    return rate ? [[rate, weight]] : [];
  });
  const rows: Indicator[] = pairs.flat();
  return pairs.length >= 2 ? ofRows(rows, 'weighted_average', { frame, setting }) : undefined;
}
