import type { RawLine } from '../blocks.js';
import { type FoundTable, found } from './delimited-tables.js';
import words from './flattened-tables.json' with { type: 'json' };
import { opensItem } from './numbering.js';
import { joinPieces, mendSpaces } from './spacing.js';

/** Lines without a tab that a cell may run over inside a row. */
const mostWrappedLines = 3;
const value = /^[≥≤><＞＜~约]?[-－]?\d[\d.,，%％]*[*＊]?$/;

/**
 * A table of lines whose cells are separated by tabs. Blank lines and a repeated header do not end it; a
 * header of another table does. A cell that was broken over lines is whole again.
 */
export function tabTableAt(lines: readonly RawLine[], start: number): FoundTable | undefined {
  if (!isTabRow(lines[start]?.text)) return undefined;
  const rows: string[][] = [];
  let end = start;
  for (let at = start; at < lines.length; ) {
    const text = lines[at]?.text ?? '';
    if (text.trim() === '') {
      at += 1;
      continue;
    }
    const row = rowAt(lines, at, rows[0]?.length);
    if (!row || (rows.length > 0 && beginsTable(row.cells, rows, { hasGap: at > end }))) break;
    if (rows.length === 0 || !sameCells(row.cells, rows[0] ?? [])) rows.push(row.cells);
    at += row.length;
    end = at;
  }
  return rows.length < 2 ? undefined : found(lines, start, end, rows);
}

function isTabRow(text: string | undefined): boolean {
  return text !== undefined && /\S\t+\S/.test(text);
}

/** The row at a line, with the lines below that go on with one of its cells. */
function rowAt(
  lines: readonly RawLine[],
  start: number,
  width: number | undefined,
): { cells: string[]; length: number } | undefined {
  const first = lines[start]?.text ?? '';
  if (!isTabRow(first)) return undefined;
  const cells = cellsOf(first);
  const joined = [...cells];
  for (let at = start + 1; width !== undefined && joined.length < width; at += 1) {
    const text = lines[at]?.text ?? '';
    if (at - start > mostWrappedLines || text.trim() === '' || opensItem(text.trim())) break;
    const [rest = '', ...more] = cellsOf(text);
    joined[joined.length - 1] = joinPieces(joined.at(-1) ?? '', rest);
    joined.push(...more);
    if (joined.length === width && more.length > 0) return { cells: joined, length: at - start + 1 };
  }
  return { cells, length: 1 };
}

const cellsOf = (text: string): string[] => text.split('\t').map(mendSpaces);
const sameCells = (a: readonly string[], b: readonly string[]): boolean => a.join('\t') === b.join('\t');

/** Whether a row is the header of the next table: of another width after a gap, or words over figures. */
function beginsTable(
  cells: readonly string[],
  rows: readonly string[][],
  { hasGap }: { hasGap: boolean },
): boolean {
  const [header = [], ...body] = rows;
  if (sameCells(cells, header)) return false;
  if (words.serial.includes(cells[0] ?? '') && body.length > 0) return true;
  if (!hasGap) return false;
  if (cells.length !== header.length) return true;
  const figures = header.flatMap((_, x) =>
    body.length > 0 && body.every((row) => value.test(row[x] ?? '')) ? [x] : [],
  );
  return (
    figures.length > 0 &&
    figures.every((x) => (cells[x] !== '' && !/^[-—–－]*$|\d/.test(cells[x] ?? '')) || isYear(cells[x]))
  );
}

function isYear(cell: string | undefined): boolean {
  return /^(?:19|20)\d\d年/.test(cell ?? '');
}
