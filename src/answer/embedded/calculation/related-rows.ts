import type { Indicator } from '../../../records.js';
import { coreName } from '../../../retrieve/indicator-index.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';

const bestNames = 4;

/** Rows that a calculation may take beside those named: of figures that the question quotes, and of the rates and shares of what is named. */
export function relatedRows(
  { calculation, kind }: Pick<Understanding, 'calculation' | 'kind'>,
  { collection, indicators, clauses, operands }: Evidence,
): Indicator[] {
  if (!calculation && kind !== 'comparison' && kind !== 'conflict') return [];
  const given = new Set(calculation?.given.map(({ value }) => value) ?? []);
  const named = [indicators, ...clauses, ...operands].flatMap((list) => list.slice(0, bestNames));
  const names = new Set(
    named.flatMap(({ name, rows }) => [name, rows[0]?.canonicalName ?? name]).map(coreName),
  );
  return collection.filter(
    (row) =>
      (row.value !== null && given.has(row.value)) ||
      (row.measure === 'cumulative' && row.value !== null) ||
      [...names].some(
        (name) => coreName(row.name).startsWith(name) || coreName(row.canonicalName).startsWith(name),
      ),
  );
}
