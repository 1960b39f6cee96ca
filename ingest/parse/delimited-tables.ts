import type { RawLine, Table } from '../blocks.js';
import { mendSpaces } from './spacing.js';

/** A table found in the lines, with how many lines it takes up. */
export interface FoundTable {
  table: Table;
  length: number;
}

/** A Markdown table that starts at `start`: rows of cells between pipes. */
export function pipeTableAt(lines: readonly RawLine[], start: number): FoundTable | undefined {
  const rows: string[][] = [];
  let end = start;
  for (; end < lines.length; end += 1) {
    const text = lines[end]?.text.trim() ?? '';
    if (!/^\|.*\|$/.test(text)) break;
    const cells = text
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => mendSpaces(cell.replace(/\\\|/g, '|').replace(/<br\s*\/?>/g, '')));
    if (!cells.every((cell) => /^:?-{2,}:?$/.test(cell))) rows.push(cells);
  }
  return rows.length < 2 ? undefined : found(lines, start, end, rows);
}

/** A table of lines whose cells are separated by tabs; blank lines and a repeated header do not end it. */
export function tabTableAt(lines: readonly RawLine[], start: number): FoundTable | undefined {
  if (!isTabRow(lines[start]?.text)) return undefined;
  const rows: string[][] = [];
  let end = start;
  for (let at = start; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    if (text.trim() === '') continue;
    if (!isTabRow(text)) break;
    const cells = text.split('\t').map(mendSpaces);
    const isNewTable = at > end && rows.length > 0 && !sameCells(cells, rows[0] ?? []);
    if (at > end && isNewTable && cells.length !== rows[0]?.length) break;
    if (rows.length === 0 || !sameCells(cells, rows[0] ?? [])) rows.push(cells);
    end = at + 1;
  }
  return rows.length < 2 ? undefined : found(lines, start, end, rows);
}

function isTabRow(text: string | undefined): boolean {
  return text !== undefined && /\S\t+\S/.test(text);
}

const sameCells = (a: readonly string[], b: readonly string[]): boolean => a.join('\t') === b.join('\t');

/**
 * A table that stands a cell a line: a tab opens a cell, lines without one go on with it, a blank line
 * before a tab opens a row, and two blank lines end the table.
 */
export function cellPerLineTableAt(lines: readonly RawLine[], start: number): FoundTable | undefined {
  if (!isCellStart(lines[start]?.text)) return undefined;
  const rows: string[][] = [];
  let blanks = 1;
  let at = start;
  for (; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    if (text.trim() === '' && !isCellStart(rawOf(lines, at))) {
      blanks += 1;
      continue;
    }
    if (blanks >= 2 && rows.length > 0) break;
    if (isCellStart(rawOf(lines, at))) {
      if (blanks > 0 || rows.length === 0) rows.push([]);
      rows.at(-1)?.push(mendSpaces(text));
    } else {
      if (blanks > 0 && !cellFollows(lines, at)) break;
      appendToCell(rows, mendSpaces(text));
    }
    blanks = 0;
  }
  const widest = Math.max(...rows.map((row) => row.length));
  return rows.length < 2 || widest < 2 ? undefined : found(lines, start, lastFilled(lines, start, at), rows);
}

function rawOf(lines: readonly RawLine[], at: number): string | undefined {
  return lines[at]?.text;
}

function isCellStart(text: string | undefined): boolean {
  return text !== undefined && /^ ?\t/.test(text);
}

/** Whether another cell opens before two blank lines, so that a line without a tab belongs to the table. */
function cellFollows(lines: readonly RawLine[], from: number): boolean {
  let blanks = 0;
  for (let at = from + 1; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    if (isCellStart(text)) return true;
    blanks = text.trim() === '' ? blanks + 1 : 0;
    if (blanks >= 2) return false;
  }
  return false;
}

function appendToCell(rows: string[][], text: string): void {
  const row = rows.at(-1);
  if (!row || row.length === 0) return;
  row[row.length - 1] = `${row.at(-1) ?? ''}${text}`;
}

function lastFilled(lines: readonly RawLine[], start: number, end: number): number {
  let last = end;
  while (last > start && (lines[last - 1]?.text ?? '').trim() === '') last -= 1;
  return last;
}

function found(lines: readonly RawLine[], start: number, end: number, rows: string[][]): FoundTable {
  const [header = [], ...body] = rows;
  const first = lines[start]?.number ?? 0;
  const last = lines[end - 1]?.number ?? first;
  return {
    table: { kind: 'table', caption: null, header, rows: body, lines: [first, last], page: null },
    length: end - start,
  };
}
