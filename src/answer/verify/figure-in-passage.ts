import { findQuantities } from '../../quantity/find-quantities.js';
import type { Indicator, Passage, Plan, Quantity } from '../../records.js';
import { fitsIndicator } from './fits-indicator.js';
import { fitsPassage } from './fits-passage.js';
import { ownPlaces } from './own-places.js';
import { statementsOf } from './statements.js';

/**
 * Whether a passage has the figure under this name, as an input of a calculation: in its words, or as one of
 * the rows that were read from it (a cell of a table has its name at the head of the row).
 */
export function figureInPassage(
  { value, unit }: Pick<Quantity, 'value' | 'unit'>,
  name: string,
  { passage, plan, rows }: { passage: Passage; plan: Plan | undefined; rows: readonly Indicator[] },
): boolean {
  const own = ownPlaces(plan);
  const ranges = statementsOf(passage).filter(({ span }) => isEndOf({ value, unit }, span));
  const written = [`${value}${unit}`, ...ranges.map(({ span }) => span.raw)];
  return written.some((amount) => {
    const text = `${name}${amount}`;
    const figures = findQuantities(text);
    const figure = figures.at(-1);
    if (figure === undefined) return false;
    const claim = { text, figures };
    return (
      fitsPassage(figure, claim, passage, own) || rows.some((row) => fitsIndicator(figure, claim, row, own))
    );
  });
}

/** 5家 of 3-5家: a calculation takes the end that is meant. */
function isEndOf({ value, unit }: Pick<Quantity, 'value' | 'unit'>, span: Quantity): boolean {
  return span.valueMax !== null && span.unit === unit && (span.value === value || span.valueMax === value);
}
