import { findQuantities } from '../../quantity/find-quantities.js';
import type { Indicator, Plan } from '../../records.js';
import { fitsIndicator } from './fits-indicator.js';
import { ownPlaces } from './own-places.js';

/** The rows whose figures a claim states under their names, for their places and years. */
export function boundRows(
  text: string,
  rows: readonly Indicator[],
  plans: ReadonlyMap<string, Plan>,
): Indicator[] {
  const figures = findQuantities(text);
  const quantities = figures.filter((span) => span.role === 'quantity');
  return rows.filter((row) => {
    const own = ownPlaces(plans.get(row.planId));
    return quantities.some((figure) => fitsIndicator(figure, { text, figures }, row, own));
  });
}
