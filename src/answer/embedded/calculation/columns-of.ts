import type { Indicator } from '../../../records.js';
import words from './calculation-terms.json' with { type: 'json' };

/** Figures of one column of a table, one a row, with what the row is called. */
export interface Column {
  name: string;
  cells: { label: string; row: Indicator }[];
}

/** Of fewer lines, what they have in common in name may be chance. */
const leastRows = 3;
/** A table's head may be as short as 投资. */
const shortest = { table: 2, prose: 3 };
const longestName = 14;
const total = new RegExp(words.totalRow, 'i');

/**
 * The columns of a table: figures of one name for several places, or of names that end alike
 * (证券公司规划数量, 基金规划数量). Rows of totals are not among them.
 */
export function columnsOf(
  rows: readonly Indicator[],
  { least = leastRows, anyYear = false }: { least?: number; anyYear?: boolean } = {},
): Column[] {
  const named = [...new Set(rows.map(({ name }) => name))].map((name) => ({
    name,
    cells: rows
      .filter((row) => row.name === name)
      .map((row) => ({ label: row.scope ?? firstCell(row), row })),
  }));
  return [...named, ...endingAlike(rows)]
    .map(({ name, cells }) => ({ name, cells: cells.filter(({ label, row }) => !isTotal(label, row)) }))
    .filter(({ cells }) => cells.length >= least && isOneColumn(cells, anyYear));
}

/** Names that end alike, under the ending that most of them have, in full. */
function endingAlike(rows: readonly Indicator[]): Column[] {
  const endings = new Map<string, Indicator[]>();
  for (const row of rows.filter(({ name }) => rows.filter((one) => one.name === name).length === 1)) {
    const longest = Math.min(longestName, row.name.length - 1);
    for (let length = shortest[row.source]; length <= longest; length += 1) {
      const ending = row.name.slice(-length);
      endings.set(ending, [...(endings.get(ending) ?? []), row]);
    }
  }
  const ranked = [...endings].sort(
    ([one, some], [other, more]) => more.length - some.length || other.length - one.length,
  );
  const kept: [string, Indicator[]][] = [];
  for (const [ending, group] of ranked)
    if (!kept.some(([known]) => known.endsWith(ending) || ending.endsWith(known))) kept.push([ending, group]);
  return kept.map(([name, group]) => ({
    name,
    cells: group.map((row) => ({ label: row.name.slice(0, -name.length), row })),
  }));
}

function firstCell({ quote }: Indicator): string {
  return quote.split('\t')[0]?.trim() ?? '';
}

function isTotal(label: string, row: Indicator): boolean {
  return isTotalLine(label) || isTotalLine(row.quote);
}

/** One figure a line, all in one unit and of one year, or each of the year that its line gives. */
function isOneColumn(cells: Column['cells'], anyYear: boolean): boolean {
  const kinds = cells.map(({ row }) => [row.unit, anyYear ? '' : row.year, row.measure].join('\n'));
  const lines = cells.map(({ row }) => `${row.passageId}\n${row.quote}`);
  return new Set(kinds).size === 1 && new Set(lines).size === cells.length;
}

/** Whether a line of a table gives totals. */
export function isTotalLine(line: string): boolean {
  return total.test(line.trim());
}
