import type { RawLine } from '../blocks.js';
import { type FoundTable, found } from './delimited-tables.js';
import { mendSpaces } from './spacing.js';

const fewestColumns = 3;
const fewestRows = 3;
const longestCell = 40;

/** A table that is set with blanks: lines of as many short cells, two blanks or more between them. */
export function spacedTableAt(lines: readonly RawLine[], start: number): FoundTable | undefined {
  const header = cellsOf(lines[start]?.text);
  if (!header) return undefined;
  const rows = [header];
  let end = start + 1;
  for (let at = end; at < lines.length; at += 1) {
    if ((lines[at]?.text ?? '').trim() === '') continue;
    const cells = cellsOf(lines[at]?.text);
    if (!cells || cells.length !== header.length) break;
    if (cells.join('\t') !== header.join('\t')) rows.push(cells);
    end = at + 1;
  }
  return rows.length < fewestRows ? undefined : found(lines, start, end, rows);
}

function cellsOf(text: string | undefined): string[] | undefined {
  const cells = (text ?? '').trim().split(/ {2,}/).map(mendSpaces);
  const areCells =
    cells.length >= fewestColumns &&
    cells.every((cell) => cell.length <= longestCell && !/[。；]/.test(cell));
  return areCells ? cells : undefined;
}
