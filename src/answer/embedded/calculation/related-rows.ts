import type { Indicator } from '../../../records.js';
import { coreName } from '../../../retrieve/indicator-index.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';
import { formulaRows } from '../formula/choose-formula.js';
import { asksToWorkOut } from './asks-back.js';

const bestNames = 4;

/** Rows that a calculation may take beside those named: of figures that the question quotes, and of the rates and shares of what is named. */
export function relatedRows(frame: Understanding, evidence: Evidence): Indicator[] {
  const { collection, indicators, clauses, operands } = evidence;
  const { calculation, kind } = frame;
  if (!calculation && !asksToWorkOut(frame) && kind !== 'comparison' && kind !== 'conflict') return [];
  const given = new Set(calculation?.given.map(({ value }) => value) ?? []);
  const named = [indicators, ...clauses, ...operands].flatMap((list) => list.slice(0, bestNames));
  const names = new Set(
    named.flatMap(({ name, rows }) => [name, rows[0]?.canonicalName ?? name]).map(coreName),
  );
  const rows = new Set(named.flatMap((match) => match.rows.map(keyOf)));
  const chosen = formulaRows({ frame, evidence });
  const beside = collection.filter(
    (row) =>
      (row.value !== null && rows.has(keyOf(row))) ||
      (row.value !== null && given.has(row.value)) ||
      (row.measure === 'cumulative' && row.value !== null) ||
      [...names].some(
        (name) => coreName(row.name).startsWith(name) || coreName(row.canonicalName).startsWith(name),
      ),
  );
  return [...chosen, ...beside];
}

/** The same amount of the same year stands elsewhere under another name, with more said of it. */
function keyOf({ planId, year, value, unit }: Indicator): string {
  return [planId, year, value, unit].join('\n');
}
