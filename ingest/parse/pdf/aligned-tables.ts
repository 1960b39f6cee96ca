import type { Grid } from '../grid/cell-grid.js';
import { mendSpaces } from '../spacing.js';
import { joinItems } from './build-lines.js';
import type { PdfItem, PdfLine } from './page.js';

/** A table without rulings: texts that stand in columns. */
export interface AlignedTable {
  grid: Grid;
  xs: number[];
  /** Baselines of its first and last line. */
  top: number;
  bottom: number;
}

/** Width of the empty strip between columns, and of the gap that makes one likely, in characters. */
const narrowestStrip = 0.28;
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
/** How much further than lines rows stand apart. */
const smallestJump = 1.2;

/** Finds the tables among lines that stand from the top down, cells side by side on one line. */
export function findAlignedTables(lines: readonly PdfLine[]): AlignedTable[] {
  const tables: AlignedTable[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.y <= (tables.at(-1)?.bottom ?? Number.NEGATIVE_INFINITY)) continue;
    const table = alignedTableAt(lines, at);
    if (table) tables.push(table);
  }
  return tables;
}

/** Reads a table that begins with line `start`, or undefined where the lines are text. */
function alignedTableAt(lines: readonly PdfLine[], start: number): AlignedTable | undefined {
  const first = lines[start];
  if (!first || segmentsOf(first).length < fewestColumns) return undefined;
  const run = [...headLines(lines, start), ...runFrom(lines, start)];
  const full = run.filter((line) => segmentsOf(line).length >= fewestColumns);
  if (full.length < fewestLines || full.length < run.length / 2) return undefined;
  const strips = stripsOf(
    run.flatMap((line) => line.items),
    first.size,
  );
  if (strips.length + 1 < fewestColumns) return undefined;
  const rows = groupRows(run);
  const grid = rows.map((row) => cellsOf(row, strips));
  return { grid, xs: leftEdges(run, strips), top: run[0]?.y ?? first.y, bottom: run.at(-1)?.y ?? first.y };
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

/** Lines that go on with the table: those with columns, and short ones that are wrapped cells. */
function runFrom(lines: readonly PdfLine[], start: number): PdfLine[] {
  const run: PdfLine[] = [];
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at];
    const before = run.at(-1);
    if (!line || (before && !goesOn(before, line, run))) break;
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

/** Middles of the strips that no line writes into. */
function stripsOf(items: readonly PdfItem[], size: number): number[] {
  const strips: number[] = [];
  let right: number | undefined;
  for (const item of [...items].sort((a, b) => a.left - b.left)) {
    if (right !== undefined && item.left - right >= narrowestStrip * size)
      strips.push((right + item.left) / 2);
    right = Math.max(right ?? item.right, item.right);
  }
  return strips;
}

/** Lines of one row stand nearer to each other than rows do. */
function groupRows(run: readonly PdfLine[]): PdfLine[][] {
  const gaps = run.slice(1).map((line, at) => line.y - (run[at]?.y ?? 0));
  const limit = widestGapInRow(gaps);
  const rows: PdfLine[][] = [];
  for (const [at, line] of run.entries()) {
    const gap = gaps[at - 1] ?? Number.POSITIVE_INFINITY;
    if (gap <= limit) rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** Where the gaps, sorted, jump most; 0 where all are alike, so that each line is a row. */
function widestGapInRow(gaps: readonly number[]): number {
  const sorted = [...gaps].sort((a, b) => a - b);
  let best = { jump: smallestJump, gap: 0 };
  for (const [at, gap] of sorted.entries()) {
    const jump = (sorted[at + 1] ?? gap) / gap;
    if (jump > best.jump) best = { jump, gap };
  }
  return best.gap;
}

/** In which column an item stands. */
function columnOf(item: PdfItem, strips: readonly number[]): number {
  const column = strips.findIndex((strip) => (item.left + item.right) / 2 < strip);
  return column < 0 ? strips.length : column;
}

/** Where the columns begin, which is the same on the next page whatever stands in them. */
function leftEdges(run: readonly PdfLine[], strips: readonly number[]): number[] {
  const items = run.flatMap((line) => line.items);
  return [...strips, 0].map((_, column) =>
    Math.min(...items.filter((item) => columnOf(item, strips) === column).map((item) => item.left)),
  );
}

function cellsOf(row: readonly PdfLine[], strips: readonly number[]): Grid[number] {
  return [...strips, 0].map((_, column) => {
    const parts = row.map((line) =>
      joinItems(
        line.items.filter((item) => columnOf(item, strips) === column),
        line.size,
      ),
    );
    return { text: mendSpaces(parts.join('')), isHeader: false };
  });
}
