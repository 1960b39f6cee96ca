import { formatQuantity } from '../../src/quantity/format-quantity.js';
import type { Stated } from './figures.js';

/** A figure with its year as a sentence names it: 2020年86.12亿元. */
export function shown(row: Stated): string {
  return `${row.year === null ? '' : `${row.year}年`}${formatQuantity(row, 'zh')}`;
}

/** A worked-out percentage, to two decimals. */
export function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`;
}
