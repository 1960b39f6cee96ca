import type { RawLine } from '../blocks.js';
import { type FoundTable, found } from './delimited-tables.js';
import words from './flattened-tables.json' with { type: 'json' };
import { isRule } from './markdown-headings.js';
import { displayWidth, mendSpaces } from './spacing.js';

const groupMark = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?、?$/;
const fewestColumns = 3;
const fewestRows = 3;
const longestCell = 40;
/** Marks such as ≤ and ‰ are as wide as a Chinese character in some fonts: what follows shifts by one each. */
const farthestShift = 3;
/** Share of a row's columns that have a cell of their own; names of categories span the rows below. */
const leastFilled = 0.5;

/** A cell and the columns of type from which and up to which it stands. */
interface Cell {
  text: string;
  from: number;
  to: number;
}

/**
 * A table that is set with blanks: lines of short cells, two blanks or more between them. Where a row has
 * fewer cells than the header, each stands in the column that it stands under.
 */
export function spacedTableAt(lines: readonly RawLine[], start: number): FoundTable | undefined {
  const header = cellsOf(lines[start]?.text);
  if (header.length < fewestColumns) return undefined;
  const head = header.map(({ text }) => text);
  const rows = [head];
  let end = start + 1;
  for (let at = end; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    if (text.trim() === '' || isDrawn(text)) continue;
    const row = rowOf(cellsOf(text), header);
    if (!row) break;
    if (row.join('\t') !== head.join('\t')) rows.push(row);
    end = at + 1;
  }
  return rows.length < fewestRows ? undefined : found(lines, start, end, rows);
}

/**
 * The same where the header and every numbered row have all their cells, whatever stands in them: nothing need
 * be guessed, as it must where a line's blanks were lost.
 */
export function numberedSpacedTableAt(lines: readonly RawLine[], start: number): FoundTable | undefined {
  const header = cellsOf(lines[start]?.text);
  if (header.length < fewestColumns || !words.serial.includes(header[0]?.text ?? '')) return undefined;
  const read = spacedTableAt(lines, start);
  const isWhole = (row: readonly string[]) =>
    !/^\d/.test(row[0] ?? '') || !row.slice(0, header.length).includes('');
  return read?.table.rows.every(isWhole) ? read : undefined;
}

function cellsOf(line: string | undefined): Cell[] {
  const cells = [...(line ?? '').matchAll(/\S(?:.*?\S)??(?= {2}|\s*$)/g)].map(({ 0: text, index }) => {
    const from = displayWidth((line ?? '').slice(0, index));
    return { text: mendSpaces(text), from, to: from + displayWidth(text) };
  });
  const areCells = cells.every(({ text }) => text.length <= longestCell && !/[。；]/.test(text));
  return areCells ? cells : [];
}

/** The cells of a line under the header's, or undefined where it is no row. */
function rowOf(cells: readonly Cell[], header: readonly Cell[]): string[] | undefined {
  if (cells.length === header.length) return cells.map(({ text }) => text);
  const [mark, name, ...more] = cells;
  // 一  生态质量: the name of a group of rows.
  if (mark && name && more.length === 0 && groupMark.test(mark.text) && columnOf(name, header) === 1)
    return header.map((_, at) => cells[at]?.text ?? '');
  if (cells.length > header.length || cells.length < Math.max(2, header.length * leastFilled))
    return undefined;
  const row = header.map(() => '');
  let before = -1;
  for (const cell of cells) {
    const column = columnOf(cell, header);
    if (column <= before) return undefined;
    row[column] = cell.text;
    before = column;
  }
  return row;
}

/** The column whose head begins where the cell does, or stands over it; -1 for none. */
function columnOf(cell: Cell, header: readonly Cell[]): number {
  const offBy = ({ from, to }: Cell) => Math.min(Math.abs(from - cell.from), Math.abs(to - cell.to));
  const nearest = header.reduce((best, one) => (offBy(one) < offBy(best) ? one : best));
  const over = header.findIndex(({ from, to }) => from < cell.to && cell.from < to);
  return offBy(nearest) <= farthestShift ? header.indexOf(nearest) : over;
}

const isDrawn = (text: string): boolean => isRule(text) || /^[─━═—－_\s]{6,}$/.test(text);
