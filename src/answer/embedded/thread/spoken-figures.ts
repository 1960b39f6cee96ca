import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import { queryTerms } from '../../../retrieve/query-terms.js';
import type { Draft, Support } from '../../draft.js';
import { compact } from '../../sentences.js';
import type { Understanding } from '../../understand/understand.js';
import { aspectsAsked } from '../aspects.js';
import { type PlacedFigure, placedFigures } from '../calculation/placed-figures.js';
import { shareSaid } from './asked-parts.js';

/** A question of the thread and what it was answered with. */
export interface Turn {
  frame: Understanding;
  draft: Draft;
}

/** The figures that answered a question: its rows, otherwise those of the sentences that it was answered with. */
export function spokenFigures({ frame, draft }: Turn, collection: readonly Indicator[]): Indicator[] {
  if (draft.status !== 'answered') return [];
  const rows = draft.values.filter(({ value, valueMax }) => value !== null && valueMax === null);
  const figures =
    rows.length > 0
      ? ofYears(rows, frame)
      : draft.claims.flatMap((claim) => inClaim(claim, frame, collection));
  return distinct(figures);
}

/** Of several years those that were asked for. */
function ofYears(rows: readonly Indicator[], { years }: Understanding): Indicator[] {
  const asked = rows.filter(({ year }) => year !== null && years.includes(year));
  return asked.length > 0 ? asked : [...rows];
}

function distinct(rows: readonly Indicator[]): Indicator[] {
  return [
    ...new Map(
      [...rows].reverse().map((row) => [`${row.planId} ${row.scope} ${row.name} ${row.year}`, row]),
    ).values(),
  ].reverse();
}

/** The figure of a sentence that was asked for: of the kind that the thread speaks of, best named. */
function inClaim(
  { support }: { support: readonly Support[] },
  frame: Understanding,
  collection: readonly Indicator[],
): Indicator[] {
  const figures = support.flatMap(({ passage, quote }) =>
    placedFigures(passage, collection).filter(({ sentence }) => stands(sentence, quote)),
  );
  const fitting = figures.filter(({ row }) => isOfKind(row, frame));
  const terms = queryTerms(frame.phrases.slice(0, 1), frame.background);
  const [best] = [...fitting].sort((a, b) => said(b, terms) - said(a, terms));
  if (!best || (fitting.length > 1 && said(best, terms) === 0)) return [];
  return [best.row];
}

function said({ own }: PlacedFigure, terms: ReturnType<typeof queryTerms>): number {
  return shareSaid(terms, own);
}

function stands(sentence: string, quote: string): boolean {
  const [a, b] = [compact(sentence), compact(quote)];
  return a.includes(b) || b.includes(a);
}

/** Of the unit or the kind that the question asks for, or the one before it where it leaves that open. */
function isOfKind({ unit }: Pick<Indicator, 'unit'>, frame: Understanding): boolean {
  const units = frame.asked.flatMap((one) => one.units);
  if (units.length > 0) return units.some((one) => sameKind(one, unit));
  const aspects = aspectsAsked(frame.question);
  if (aspects.includes('money')) return lookUpUnit(unit)?.kind === 'money';
  return aspects.length > 0 || !frame.thread || isOfKind({ unit }, frame.thread.previous);
}
