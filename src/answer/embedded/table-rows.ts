import type { Passage } from '../../records.js';
import type { Evidence } from './evidence.js';

/** A row of a table with the head that stands over it. */
export interface TableRow {
  cells: string[];
  header: string[];
  passage: Passage;
}

/** The rows of a table passage under the first line that `isHeader` takes; none where no line does. */
export function rowsUnder(passage: Passage, isHeader: (cells: readonly string[]) => boolean): TableRow[] {
  const lines = passage.text.split('\n').map((line) => line.split('\t'));
  const at = lines.findIndex((cells) => cells.length > 2 && isHeader(cells));
  const header = lines[at];
  if (!header) return [];
  return lines
    .slice(at + 1)
    .filter((cells) => cells.length > 2)
    .map((cells) => ({ cells, header, passage }));
}

/** The cell under a column. A header that spans columns is shorter than its rows: it is then counted from the end. */
export function cellUnder({ cells, header }: TableRow, at: number): string {
  return cells[cells.length === header.length ? at : cells.length - (header.length - at)]?.trim() ?? '';
}

/** What a row is called: its first cell of words. */
export function nameOf(cells: readonly string[]): string {
  return cells.find((cell) => /\p{Script=Han}{2}/u.test(cell))?.trim() ?? '';
}

/** The tables that were found and those of the plans that were read, each once, in order. */
export function tablesOf({ hits, neighbours }: Evidence): Passage[] {
  const tables = [...hits.map((hit) => hit.passage), ...neighbours].filter(({ kind }) => kind === 'table');
  const unique = [...new Map(tables.map((passage) => [passage.passageId, passage])).values()];
  return unique.sort((a, b) => a.planId.localeCompare(b.planId) || a.order - b.order);
}
