import type { Grid, GridCell } from '../grid/cell-grid.js';
import { joinPieces, mendSpaces } from '../spacing.js';
import { type KnownTable, type AlignedRow as Row, spanCategories } from './aligned-categories.js';
import { columnsOf, type Strips, type Word } from './aligned-columns.js';

/** How much further than lines rows stand apart. */
const smallestJump = 1.2;
/** Lines of one cell stand no further apart than this many sizes of the type. */
const widestLineGap = 2.1;
/** A column of categories has a cell in fewer than this share of the rows. */
const categoryShare = 0.7;

/** The words of a table's lines, and the strips between its columns. */
export interface AlignedLines {
  lines: readonly (readonly Word[])[];
  strips: Strips;
  /** The table of the page before that this one goes on with. */
  known: KnownTable | undefined;
}

/** Makes the rows of a table from its lines: cells wrapped over lines, heads over columns, categories over rows. */
export function alignedGrid({ lines, strips, known }: AlignedLines): Grid {
  const spanning = hasCategories(lines, strips);
  const isCategory = (word: Word) => spanning && columnsOf(word, strips)[1] === 0;
  const rest = lines
    .map((words) => words.filter((word) => !isCategory(word)))
    .filter((words) => words.length > 0);
  const rows = joinTops(groupRows(rest), strips);
  const grid = rows.map((row) => cellsOf(row, strips));
  if (spanning) spanCategories({ grid, rows, words: lines.flat().filter(isCategory), known });
  return grid;
}

/** Whether the first column names groups of rows: words, and fewer than there are rows. */
function hasCategories(lines: readonly (readonly Word[])[], strips: Strips): boolean {
  const isFirst = (word: Word) => columnsOf(word, strips)[1] === 0;
  const full = lines.filter((words) => words.filter((word) => !isFirst(word)).length >= strips.length * 0.6);
  const filled = full.filter((words) => words.some(isFirst)).length;
  const first = lines.flat().filter(isFirst);
  return (
    strips.length >= 2 &&
    first.length > 0 &&
    filled < full.length * categoryShare &&
    first.every(({ text }) => !/^[\d.]+$/.test(text))
  );
}

/** Lines of one row stand nearer to each other than rows do. */
function groupRows(lines: readonly (readonly Word[])[]): Row[] {
  const gaps = lines.slice(1).map((line, at) => (line[0]?.y ?? 0) - (lines[at]?.[0]?.y ?? 0));
  const limit = widestGapInRow(gaps, lines[0]?.[0]?.size ?? 0);
  const rows: Row[] = [];
  for (const [at, line] of lines.entries()) {
    const y = line[0]?.y ?? 0;
    const open = rows.at(-1);
    if (open && (gaps[at - 1] ?? Number.POSITIVE_INFINITY) <= limit) {
      open.lines.push([...line]);
      open.bottom = y;
    } else rows.push({ lines: [[...line]], top: y, bottom: y });
  }
  return rows;
}

/** Where the gaps, sorted, jump most; 0 where all are alike, so that each line is a row. */
function widestGapInRow(gaps: readonly number[], size: number): number {
  const sorted = [...gaps].sort((a, b) => a - b);
  let best = { jump: smallestJump, gap: 0 };
  for (const [at, gap] of sorted.entries()) {
    const jump = (sorted[at + 1] ?? gap) / gap;
    if (gap <= widestLineGap * size && jump > best.jump) best = { jump, gap };
  }
  return best.gap;
}

/** A row without its first cells that only goes on with words of the row above is the rest of it. */
function joinTops(rows: readonly Row[], strips: Strips): Row[] {
  const isFilled = (row: Row) => row.lines.flat().some((word) => columnsOf(word, strips)[0] === 0);
  const hasFirst = rows.filter(isFilled).length >= rows.length * 0.6;
  const joined: Row[] = [];
  for (const row of rows) {
    const words = row.lines.flat();
    const above = joined.at(-1);
    const isRest =
      hasFirst &&
      joined.length > 1 &&
      !isFilled(row) &&
      words.length <= (strips.length + 1) / 2 &&
      !words.some(({ text }) => /\d/.test(text));
    if (above && isRest) {
      above.lines.push(...row.lines);
      above.bottom = row.bottom;
    } else joined.push({ ...row });
  }
  return joined;
}

function cellsOf(row: Row, strips: Strips): GridCell[] {
  const texts = [...strips, 0].map(() => '');
  for (const [at, words] of row.lines.entries())
    for (const word of words)
      for (const column of headedColumns({ word, strips, below: row.lines.slice(at + 1).flat() }))
        texts[column] = joinPieces(texts[column] ?? '', word.text);
  prefixHead(texts, row, strips);
  return texts.map((text) => ({ text: mendSpaces(text), isHeader: false }));
}

/** A head set flush left over its columns stands over the first alone: the years beside go under it too. */
function prefixHead(texts: string[], { lines }: Row, strips: Strips): void {
  const [first = []] = lines;
  if (lines.length < 2 || first.length > (strips.length + 1) / 2) return;
  const heads = new Map(first.map((word) => [columnsOf(word, strips)[0], word.text]));
  for (const [column, head] of heads) {
    if (!isPeriod((texts[column] ?? '').slice(head.length))) continue;
    for (let next = column + 1; isPeriod(texts[next] ?? '') && !heads.has(next); next += 1)
      texts[next] = joinPieces(head, texts[next] ?? '');
  }
}

function isPeriod(text: string): boolean {
  return /^(?:19|20)\d\d ?年?$/.test(text);
}

/** The columns that a word is part of: its own, or all those under it that it is the common head of. */
function headedColumns({
  word,
  strips,
  below,
}: {
  word: Word;
  strips: Strips;
  below: readonly Word[];
}): number[] {
  const [first, last] = columnsOf(word, strips);
  if (first === last) return [first];
  const under = new Set(below.flatMap((one) => columnsOf(one, strips)));
  const covered = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((column) =>
    under.has(column),
  );
  if (covered.length < 2) return [first];
  for (let at = first - 1; under.has(at) && centred(word, strips, [at, last]); at -= 1) covered.push(at);
  for (let at = last + 1; under.has(at) && centred(word, strips, [first, at]); at += 1) covered.push(at);
  return covered;
}

/** Whether a word stands over the middle of columns. */
function centred({ left, right, size }: Word, strips: Strips, [first, last]: [number, number]): boolean {
  const [from, to] = [strips[first - 1], strips[last]];
  return from !== undefined && to !== undefined && Math.abs((left + right) / 2 - (from + to) / 2) < 2 * size;
}
