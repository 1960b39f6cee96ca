import type { Indicator } from '../records.js';
import type { IndicatorIndex } from './indicator-index.js';

const known = new WeakMap<IndicatorIndex, ReadonlyMap<string, Indicator[]>>();

/** The indicator rows that stand in a passage. */
export function rowsOfPassage(index: IndicatorIndex, passageId: string): readonly Indicator[] {
  const rows = known.get(index) ?? group(index);
  known.set(index, rows);
  return rows.get(passageId) ?? [];
}

function group({ groups }: IndicatorIndex): ReadonlyMap<string, Indicator[]> {
  const rows = new Map<string, Indicator[]>();
  for (const row of groups.flatMap((one) => one.rows)) {
    const own = rows.get(row.passageId) ?? [];
    own.push(row);
    rows.set(row.passageId, own);
  }
  return rows;
}
