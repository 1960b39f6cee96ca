import { foldWidth } from '../../../src/quantity/fold-width.js';
import { findPeriods } from '../../../src/quantity/periods.js';
import type { Table } from '../../blocks.js';

/** Share of the rows that must be years. */
const leastYears = 0.7;
const longestYear = 12;

/**
 * A table whose rows are years, with its rows and columns exchanged; undefined for any other. Column n of the
 * result is row n − 1 of the table.
 */
export function transposed(table: Table): Table | undefined {
  const { header, rows } = table;
  const years = rows.filter((row) => isYear(row[0] ?? '')).length;
  const isEven = rows.every((row) => row.length === header.length);
  if (rows.length < 2 || years < rows.length * leastYears || !isEven) return undefined;
  if (header.slice(1).some((head) => findPeriods(head).length > 0)) return undefined;
  const names = header.slice(1).map((head, at) => [head, ...rows.map((row) => row[at + 1] ?? '')]);
  return { ...table, header: ['指标', ...rows.map((row) => row[0] ?? '')], rows: names, rowGroups: [] };
}

function isYear(cell: string): boolean {
  const text = foldWidth(cell).trim();
  return text.length <= longestYear && findPeriods(text).length === 1;
}
