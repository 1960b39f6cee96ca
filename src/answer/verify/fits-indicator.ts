import type { QuantitySpan } from '../../quantity/find-quantities.js';
import { findPeriods } from '../../quantity/periods.js';
import { isRoundingOf, sameQuantity } from '../../quantity/same-quantity.js';
import { lookUpUnit } from '../../quantity/units.js';
import type { Indicator, Quantity } from '../../records.js';
import { namesRow } from './names-row.js';

/** The indicator row has this quantity, and what the claim says beside it is about the row. */
export function fitsIndicator(figure: Quantity, clause: string, row: Indicator): boolean {
  if (row.value === null) return false;
  const stated = { value: row.value, valueMax: row.valueMax, unit: row.unit, comparator: row.comparator };
  if (!fitsQuantity(figure, stated)) return false;
  const years = yearsOf(clause);
  const isOfYear = years.length === 0 || row.year === null || years.includes(row.year);
  return isOfYear && namesRow(clause, row);
}

/** The same amount, in another unit of its kind, as a bare count, or rounded and said to be so. */
export function fitsQuantity(figure: Quantity, stated: Quantity): boolean {
  if (sameQuantity(figure, stated) || sameCount(figure, stated)) return true;
  return figure.comparator === '~' && isRoundingOf(figure, stated);
}

/** English has no classifiers: "48" is 48家 where what is counted is named beside it. */
function sameCount(figure: Quantity, stated: Quantity): boolean {
  if (figure.unit !== '' || lookUpUnit(stated.unit)?.kind !== 'count') return false;
  return sameQuantity(figure, { ...stated, unit: '' });
}

const clauseEnds = ['。', '；', ';', '\n'];

/** The clause that a figure stands in. */
export function clauseAround(text: string, figure: Pick<QuantitySpan, 'start' | 'end'>): string {
  const start = Math.max(...clauseEnds.map((mark) => text.lastIndexOf(mark, figure.start - 1) + 1));
  const ends = clauseEnds.map((mark) => text.indexOf(mark, figure.end)).filter((at) => at >= 0);
  return text.slice(start, ends.length > 0 ? Math.min(...ends) : text.length);
}

/** The years that a text speaks of, both ends of its periods. */
export function yearsOf(text: string): number[] {
  return findPeriods(text).flatMap((period) => [period.from, period.to]);
}
