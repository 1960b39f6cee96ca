import type { Grid } from '../grid/cell-grid.js';
import type { KnownTable } from './aligned-categories.js';
import { columnsOf, findStrips, type Strips, type Word, wordsOf } from './aligned-columns.js';
import { alignedGrid } from './aligned-rows.js';
import type { PdfLine } from './page.js';

/** A table without rulings: texts that stand in columns. */
export interface AlignedTable {
  grid: Grid;
  xs: number[];
  strips: Strips;
  /** True where it has the columns of the table at the end of the page before. */
  goesOn: boolean;
  /** Baselines of its first and last line. */
  top: number;
  bottom: number;
}

/** The gap that makes a column likely, in characters. */
const likelyGap = 0.6;
const fewestColumns = 3;
const fewestLines = 3;
/** Rows stand further apart than this many times the size of the type only where a table has ended. */
const widestRowGap = 4.5;
/** A line that holds one cell alone stands nearer. */
const widestWrapGap = 2.8;
/** A cell alone in the upper half of a wrapped head stands nearer still, and is a few words long. */
const widestHeadGap = 1.4;
const widestHead = 30;
const mostHeadLines = 3;
/** Lines at the top of a page that show how wide it is. */
const linesToMeasure = 12;

/**
 * Finds the tables among lines that stand from the top down, cells side by side on one line.
 * @param known the table that the page before ends with
 */
export function findAlignedTables(lines: readonly PdfLine[], known?: KnownTable): AlignedTable[] {
  const continued = known && continuedTable(lines, known);
  const tables: AlignedTable[] = continued ? [continued] : [];
  for (const [at, line] of lines.entries()) {
    if (line.y <= (tables.at(-1)?.bottom ?? Number.NEGATIVE_INFINITY)) continue;
    const table = alignedTableAt(lines, at);
    if (table) tables.push(table);
  }
  return tables;
}

/** The rows at the top of a page that go on with the table of the page before, however few. */
function continuedTable(lines: readonly PdfLine[], known: KnownTable): AlignedTable | undefined {
  const { strips } = known;
  const beside = lines.slice(0, linesToMeasure);
  const run = runFrom(lines, 0, beside);
  // Below a repeated header, or where a cell was cut, rows stand further apart.
  for (
    let next = lines[run.length];
    run.length > 0 && next && fitsColumns(next, strips);
    next = lines[run.length]
  )
    run.push(...runFrom(lines, run.length, beside));
  const full = run.filter((line) => fitsColumns(line, strips)).length;
  return full > 0 && full >= run.length / 3 ? tableOf({ run, strips, known }) : undefined;
}

/** Whether a line has a word in most of the columns, and none over two. */
function fitsColumns(line: PdfLine, strips: Strips): boolean {
  const places = wordsOf(line).map((word) => columnsOf(word, strips));
  const filled = new Set(places.flat()).size;
  return filled >= (strips.length + 1) * 0.6 && places.every(([first, last]) => first === last);
}

/** Reads a table that begins with line `start`, or undefined where the lines are text. */
function alignedTableAt(lines: readonly PdfLine[], start: number): AlignedTable | undefined {
  const first = lines[start];
  if (!first || segmentsOf(first).length < fewestColumns) return undefined;
  const run = [...headLines(lines, start), ...runFrom(lines, start)];
  const full = run.filter((line) => segmentsOf(line).length >= fewestColumns);
  // At the foot of a page a table may have but its header and a row.
  const fewest = run.at(-1) === lines.at(-1) ? fewestLines - 1 : fewestLines;
  if (full.length < fewest || full.length < run.length / 2) return undefined;
  const strips = findStrips(run.map(wordsOf));
  if (strips.length + 1 < fewestColumns) return undefined;
  const head = columnHeads(lines, lines.indexOf(run[0] ?? first), strips);
  return tableOf({ run: [...head, ...run], strips, known: undefined });
}

function tableOf({
  run,
  strips,
  known,
}: {
  run: readonly PdfLine[];
  strips: Strips;
  known: KnownTable | undefined;
}): AlignedTable {
  const lines = run.map(wordsOf);
  return {
    grid: alignedGrid({ lines, strips, known }),
    xs: leftEdges(lines.flat(), strips),
    strips,
    goesOn: known !== undefined,
    top: run[0]?.y ?? 0,
    bottom: run.at(-1)?.y ?? 0,
  };
}

interface Segment {
  left: number;
  right: number;
}

/** Stretches of a line between likely column gaps. */
function segmentsOf(line: PdfLine): Segment[] {
  const segments: Segment[] = [];
  for (const item of line.items) {
    const open = segments.at(-1);
    const isBullet = segments.length === 1 && line.textLeft > line.left && item.left === line.textLeft;
    if (open && (isBullet || item.left - open.right < likelyGap * line.size)) open.right = item.right;
    else segments.push({ left: item.left, right: item.right });
  }
  return segments;
}

/** Lines above the first full one that belong to its row: upper halves of wrapped heads. */
function headLines(lines: readonly PdfLine[], start: number): PdfLine[] {
  const head: PdfLine[] = [];
  for (let at = start - 1; at >= 0; at -= 1) {
    const [line, below] = [lines[at], head[0] ?? lines[start]];
    if (!line || !below || line.frame !== below.frame || Math.abs(line.size - below.size) > 0.15 * below.size)
      break;
    const closest = segmentsOf(line).length >= 2 ? widestWrapGap : widestHeadGap;
    if (below.y - line.y > closest * line.size || line.right - line.left > widestHead * line.size) break;
    head.unshift(line);
  }
  return head;
}

/** Lines over a run whose texts stand in its columns, too close to each other to be told apart by their gaps. */
function columnHeads(lines: readonly PdfLine[], start: number, strips: Strips): PdfLine[] {
  const head: PdfLine[] = [];
  for (let at = start - 1; at >= 0 && head.length < mostHeadLines; at -= 1) {
    const [line, below] = [lines[at], head[0] ?? lines[start]];
    if (!line || !below || line.frame !== below.frame || Math.abs(line.size - below.size) > 0.15 * below.size)
      break;
    const columns = new Set(wordsOf(line).flatMap((word) => columnsOf(word, strips)));
    const least = Math.max(fewestColumns, (strips.length + 1) * 0.6);
    if (below.y - line.y > widestRowGap * line.size || columns.size < least || /[。；]/.test(line.text))
      break;
    head.unshift(line);
  }
  return head;
}

/**
 * Lines that go on with the table: those with columns, and short ones that are wrapped cells.
 * @param beside lines that are as wide as the table, where its first ones may not be
 */
function runFrom(lines: readonly PdfLine[], start: number, beside: readonly PdfLine[] = []): PdfLine[] {
  const run: PdfLine[] = [];
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at];
    const before = run.at(-1);
    if (!line || (before && !goesOn(before, line, [...beside, ...run]))) break;
    run.push(line);
  }
  return run.slice(0, run.findLastIndex((line) => segmentsOf(line).length >= 2) + 1);
}

function goesOn(before: PdfLine, line: PdfLine, run: readonly PdfLine[]): boolean {
  if (line.page !== before.page || line.frame !== before.frame) return false;
  const gap = line.y - before.y;
  if (gap <= 0 || gap > widestRowGap * line.size || Math.abs(line.size - before.size) > 0.15 * before.size)
    return false;
  if (segmentsOf(line).length >= 2) return true;
  const [left, right] = [Math.min(...run.map((one) => one.left)), Math.max(...run.map((one) => one.right))];
  return (
    gap < widestWrapGap * line.size &&
    line.right - line.left < (right - left) * 0.5 &&
    !/[。；]$/.test(line.text)
  );
}

/** Where the columns begin, which is the same on the next page whatever stands in them. */
function leftEdges(words: readonly Word[], strips: Strips): number[] {
  return [...strips, 0].map((_, column) =>
    Math.min(...words.filter((word) => columnsOf(word, strips)[0] === column).map((word) => word.left)),
  );
}
