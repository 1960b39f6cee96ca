import type { RawLine, Table } from '../blocks.js';
import { mendSpaces } from './spacing.js';
import { readRows } from './text-rows.js';

/** A table found in the lines, with how many lines it takes up. */
export interface FoundTable {
  table: Table;
  length: number;
}

/** A Markdown table that starts at `start`, or one drawn with bars: rows of cells between pipes. */
export function pipeTableAt(lines: readonly RawLine[], start: number): FoundTable | undefined {
  const isOpen = separator.test(lines[start + 1]?.text ?? '') || isBare(lines, start);
  const rows: string[][] = [];
  let end = start;
  for (; end < lines.length; end += 1) {
    const text = (lines[end]?.text ?? '').trim().replace(/[│┃｜]/g, '|');
    if (separator.test(text) || drawn.test(text)) continue;
    if (!(isOpen ? text.includes('|') : /^\|.*\|$/.test(text))) break;
    rows.push(cellsBetweenPipes(text));
  }
  return rows.length < 2 ? undefined : found(lines, start, lastFilled(lines, start, end), rows);
}

/** Three lines in a row with the same number of bars between blanks, and no frame around them. */
function isBare(lines: readonly RawLine[], start: number): boolean {
  const [first = 0, ...others] = [0, 1, 2].map((below) => barsIn(lines[start + below]?.text ?? ''));
  return first >= fewestBars && others.every((bars) => bars === first);
}

const fewestBars = 2;

function barsIn(text: string): number {
  return text.trim().startsWith('|') ? 0 : (text.match(/(?<=\s)[|│┃｜](?=\s|$)/g)?.length ?? 0);
}

/** The line of dashes under a header, and the lines of a drawn frame. */
const separator = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)*\s*:?-{2,}:?\s*\|?\s*$/;
const drawn = /^[+|\-=─━┄┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝═║ ]*[─━═┄┼+][+|\-=─━┄┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝═║ ]*$/;

function cellsBetweenPipes(text: string): string[] {
  const inner = text.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner
    .split(/(?<!\\)\|/)
    .map((cell) => mendSpaces(cell.replace(/\\\|/g, '|').replace(/<br\s*\/?>/g, '')));
}

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

/** Makes a table of rows that take up the lines from `start` to before `end`. */
export function found(
  lines: readonly RawLine[],
  start: number,
  end: number,
  rows: readonly string[][],
): FoundTable {
  const first = lines[start]?.number ?? 0;
  const last = lines[end - 1]?.number ?? first;
  return {
    table: { kind: 'table', caption: null, ...readRows(rows), lines: [first, last], page: null },
    length: end - start,
  };
}
