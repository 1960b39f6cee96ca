import { foldWidth } from '../quantity/fold-width.js';
import type { Indicator } from '../records.js';

/** Which figures to list; what is left out does not restrict. */
export interface IndicatorFilter {
  name?: string;
  year?: number;
  kind?: Indicator['kind'];
}

/** The figures that a filter lets through, in the order of the plans. */
export function listIndicators(rows: readonly Indicator[], filter: IndicatorFilter): Indicator[] {
  const name = filter.name === undefined ? undefined : plain(filter.name);
  return rows.filter(
    (row) =>
      (name === undefined || isCalled(row, name)) &&
      (filter.year === undefined || row.year === filter.year) &&
      (filter.kind === undefined || row.kind === filter.kind),
  );
}

function isCalled(row: Indicator, name: string): boolean {
  const names = [row.name, row.canonicalName, `${row.scope ?? ''}${row.name}`].map(plain);
  return names.some((one) => one.includes(name)) || row.aliases.some((alias) => plain(alias) === name);
}

function plain(text: string): string {
  return foldWidth(text).replace(/\s+/g, '').toLowerCase();
}
