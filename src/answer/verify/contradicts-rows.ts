import type { QuantitySpan } from '../../quantity/find-quantities.js';
import type { Indicator } from '../../records.js';
import { type FigurePlace, figurePlace } from './figure-place.js';
import { sortsOfRow } from './fits-indicator.js';
import { fitsQuantity } from './fits-quantity.js';
import { namesRow } from './names-row.js';
import { addsSort, mixesPeriods, saysExactly, saysReached, saysTotal } from './same-measure.js';
import { attributesSaid } from './says-attribute.js';

/**
 * Whether every row that the cited passages have with a claim's amount and year says something else of it
 * than the claim: a target is not reached, a share no growth, an anticipatory target not binding. Where the
 * passage's own words leave that open (a cell of a table), the row knows it from the column's head.
 */
export function contradictsRows(
  figure: QuantitySpan,
  { text, figures }: { text: string; figures: readonly QuantitySpan[] },
  rows: readonly Indicator[],
): boolean {
  const place = figurePlace(text, figure, figures);
  const { years } = place;
  const same = rows.filter(
    ({ value, valueMax, unit, comparator, year }) =>
      value !== null &&
      fitsQuantity(figure, { value, valueMax, unit, comparator }) &&
      (years.length === 0 || year === null || years.includes(year)),
  );
  const named = same.filter((row) => namesRow(`${place.lead} ${place.tail}`, row));
  const meant = named.length > 0 ? named : same;
  const attributes = attributesSaid(text, figure.start, figure.end);
  if (hasOtherAttribute(meant, attributes)) return true;
  return meant.length > 0 && meant.every((row) => isContrary(row, place));
}

/** A plan that says of one of a figure's places that it is binding says so of the figure. */
function hasOtherAttribute(rows: readonly Indicator[], said: readonly string[]): boolean {
  const known = rows.flatMap(({ attribute }) => attribute ?? []);
  return known.length > 0 && said.some((one) => !known.includes(one));
}

function isContrary(row: Indicator, place: FigurePlace): boolean {
  const { kind, comparator } = row;
  if (saysReached(place.near) && (kind === 'target' || kind === 'forecast')) return true;
  if (comparator !== '=' && saysExactly(place.near)) return true;
  return saysOtherMeasure(place, row);
}

/** A share called a growth, a yearly rate called one over all years, what is added called what there is. */
function saysOtherMeasure({ lead, near, tail }: FigurePlace, row: Indicator): boolean {
  const { measure, name, quote, unit } = row;
  if (unit === '%' && addsSort(`${lead} ${tail}`, sortsOfRow(row))) return true;
  if (mixesPeriods(lead, name)) return true;
  return measure === 'increment' && saysTotal(near) && !saysTotal(`${name} ${quote}`);
}
