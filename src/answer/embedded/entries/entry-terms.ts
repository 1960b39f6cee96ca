import type { Indicator } from '../../../records.js';
import type { Term } from '../calculation/term.js';
import type { Entry } from './entry.js';
import type { EntryFigure } from './entry-figures.js';

/** A figure of a line as what a calculation starts from, cited where the line stands. */
export function entryTerm(
  { label, passage, quote }: Entry,
  { property, quantity, year }: EntryFigure,
  collection: readonly Indicator[],
): Term {
  const row = collection.find(
    (one) =>
      one.passageId === passage.passageId &&
      one.value === quantity.value &&
      one.unit === quantity.unit &&
      quote.includes(one.quote),
  );
  const name = label.includes(property) ? label : `${label}${property}`;
  const operand = {
    name,
    value: quantity.value,
    unit: quantity.unit,
    year,
    comparator: quantity.comparator,
    source: 'citation' as const,
    citation: 1,
  };
  return { operand, support: { passage, quote }, ...(row ? { row } : {}) };
}
