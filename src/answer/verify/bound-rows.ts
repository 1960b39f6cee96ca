import { findQuantities } from '../../quantity/find-quantities.js';
import type { Indicator } from '../../records.js';
import { clauseAround, fitsIndicator } from './fits-indicator.js';

/** The rows whose figures a claim states under their names, for their years. */
export function boundRows(claim: string, rows: readonly Indicator[]): Indicator[] {
  const figures = findQuantities(claim).filter((span) => span.role === 'quantity');
  return rows.filter((row) =>
    figures.some((figure) => fitsIndicator(figure, clauseAround(claim, figure), row)),
  );
}
