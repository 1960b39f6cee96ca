import type { QuantitySpan } from '../../quantity/find-quantities.js';
import type { Indicator, Passage } from '../../records.js';
import { figurePlace } from './figure-place.js';
import { fitsQuantity } from './fits-quantity.js';
import { isInName } from './is-in-name.js';
import { namesRow } from './names-row.js';
import { statementsOf } from './statements.js';

/**
 * Whether a claim gives a figure to a year that is not its own: the rows that have this amount under its name
 * are all of other years, and no sentence says it of the year claimed. A cell of a table does not name its year,
 * and the years of the plan's period stand around it.
 */
export function isOfOtherYear(
  figure: QuantitySpan,
  { text, figures }: { text: string; figures: readonly QuantitySpan[] },
  { passages, rows }: { passages: readonly Passage[]; rows: readonly Indicator[] },
): boolean {
  const { lead, tail, years } = figurePlace(text, figure, figures);
  if (years.length === 0) return false;
  const words = `${lead} ${tail}`;
  const own = rows.filter(
    (row) =>
      row.value !== null &&
      fitsQuantity(figure, { ...row, value: row.value }) &&
      namesRow(words, row) &&
      !isInName(years, row.name),
  );
  if (own.length === 0 || own.some(({ year }) => year === null || years.includes(year))) return false;
  return !passages.some((passage) =>
    statementsOf(passage).some(
      ({ span, place }) => fitsQuantity(figure, span) && place.years.some((year) => years.includes(year)),
    ),
  );
}
