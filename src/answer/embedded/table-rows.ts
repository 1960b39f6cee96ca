import type { Passage } from '../../records.js';
import type { Evidence } from './evidence.js';

/** A row of a table with the head that stands over it. */
export interface TableRow {
  cells: string[];
  header: string[];
  passage: Passage;
  /** What the row is called: its cell in the first column of words in which no two rows are alike. */
  name: string;
}

/** The rows of a table passage under the first line that `isHeader` takes; none where no line does. */
export function rowsUnder(passage: Passage, isHeader: (cells: readonly string[]) => boolean): TableRow[] {
  const lines = passage.text.split('\n').map((line) => line.split('\t'));
  const at = lines.findIndex((cells) => cells.length > 2 && isHeader(cells));
  const header = lines[at];
  if (!header) return [];
  const rows = lines.slice(at + 1).filter((cells) => cells.length > 2);
  const named = nameColumn(rows, header.length);
  return rows.map((cells) => ({
    cells,
    header,
    passage,
    name:
      (cells.length === header.length && named >= 0 ? cells[named]?.trim() : undefined) || firstWords(cells),
  }));
}

/** A category that spans rows (产业发展) names none of them. */
function nameColumn(rows: readonly string[][], width: number): number {
  const whole = rows.filter((cells) => cells.length === width);
  const columns = Array.from({ length: width }, (_, column) =>
    whole.map((cells) => cells[column]?.trim() ?? ''),
  );
  return columns.findIndex(
    (cells) =>
      cells.length > 1 && cells.every((cell) => words.test(cell)) && new Set(cells).size === cells.length,
  );
}

const words = /\p{Script=Han}{2}/u;

/** The cell under a column. A header that spans columns is shorter than its rows: it is then counted from the end. */
export function cellUnder({ cells, header }: TableRow, at: number): string {
  return cells[cells.length === header.length ? at : cells.length - (header.length - at)]?.trim() ?? '';
}

function firstWords(cells: readonly string[]): string {
  return cells.find((cell) => words.test(cell))?.trim() ?? '';
}

/** The tables that were found and those of the plans that were read, each once, in order. */
export function tablesOf({ hits, neighbours }: Evidence): Passage[] {
  const tables = [...hits.map((hit) => hit.passage), ...neighbours].filter(({ kind }) => kind === 'table');
  const unique = [...new Map(tables.map((passage) => [passage.passageId, passage])).values()];
  return unique.sort((a, b) => a.planId.localeCompare(b.planId) || a.order - b.order);
}
