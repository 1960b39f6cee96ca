import { findQuantities } from '../../quantity/find-quantities.js';
import type { Indicator } from '../../records.js';
import { fitsIndicator } from './fits-indicator.js';

/** The rows whose figures a claim states under their names, for their years. */
export function boundRows(text: string, rows: readonly Indicator[]): Indicator[] {
  const figures = findQuantities(text);
  const quantities = figures.filter((span) => span.role === 'quantity');
  return rows.filter((row) => quantities.some((figure) => fitsIndicator(figure, { text, figures }, row)));
}
