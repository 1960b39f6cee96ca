import type { Grid } from '../grid/cell-grid.js';
import { joinPieces } from '../spacing.js';
import type { Strips, Word } from './aligned-columns.js';

/** A row of a table without rulings: the lines that its cells take up. */
export interface AlignedRow {
  lines: Word[][];
  /** Baselines of its first and last line. */
  top: number;
  bottom: number;
}

/** What a page has to know of the table that the page before ends with. */
export interface KnownTable {
  strips: Strips;
  /** The head of its first column, which stands again where the header is repeated. */
  firstHead: string;
}

/** How far from the middle of its rows a category may stand, in rows. */
const offMiddle = 0.35;

/** Gives each category to the rows that it stands in the middle of, or, failing that, to those from its own on. */
export function spanCategories({
  grid,
  rows,
  words,
  known,
}: {
  grid: Grid;
  rows: readonly AlignedRow[];
  words: readonly Word[];
  known: KnownTable | undefined;
}): void {
  const isHeaded = !known || words[0]?.text === known.firstHead;
  const head = isHeaded ? rows[0] : undefined;
  const inHead = words.filter((word) => isBeside(word, head));
  const inBody = words.filter((word) => !isBeside(word, head));
  if (head && grid[0]) grid[0][0] = { text: inHead.map(({ text }) => text).join(''), isHeader: false };
  const from = head ? 1 : 0;
  const body = rows.slice(from);
  const categories = joinWrapped(inBody);
  const { start, ends } = spansOf({ rows: body, categories, goesOn: known !== undefined });
  let next = start;
  for (const [at, { text }] of categories.entries()) {
    const cell = { text, isHeader: false };
    for (; next < (ends[at] ?? 0); next += 1) {
      const row = grid[from + next];
      if (row) row[0] = cell;
    }
  }
}

function isBeside(word: Word, row: AlignedRow | undefined): boolean {
  return row !== undefined && word.y >= row.top - word.size && word.y <= row.bottom + word.size / 2;
}

interface Category {
  text: string;
  y: number;
  bottom: number;
}

/** A category's name over several lines is one. */
function joinWrapped(words: readonly Word[]): Category[] {
  const categories: Category[] = [];
  for (const { text, y, size } of words) {
    const last = categories.at(-1);
    if (last && y - last.bottom < 1.6 * size) {
      last.text = joinPieces(last.text, text);
      last.y += (y - last.bottom) / 2;
      last.bottom = y;
    } else categories.push({ text, y, bottom: y });
  }
  return categories;
}

interface Spans {
  /** Rows before the first category, which belong to one on the page before. */
  start: number;
  /** After how many rows each category ends. */
  ends: number[];
}

function spansOf({
  rows,
  categories,
  goesOn,
}: {
  rows: readonly AlignedRow[];
  categories: readonly Category[];
  goesOn: boolean;
}): Spans {
  const starts = goesOn ? rows.map((_, at) => at) : [0];
  for (const start of starts) {
    const ends = middleEnds({ rows, categories, start });
    if (ends) return { start, ends };
  }
  return { start: 0, ends: categories.map((_, at) => startOf(categories[at + 1], rows)) };
}

/** Where the categories end, if every one stands in the middle of its rows; the page may end before the last. */
function middleEnds({
  rows,
  categories,
  start,
}: {
  rows: readonly AlignedRow[];
  categories: readonly Category[];
  start: number;
}): number[] | undefined {
  const middles = rows.map(({ top, bottom }) => (top + bottom) / 2);
  const pitch = ((middles.at(-1) ?? 0) - (middles[0] ?? 0)) / Math.max(1, rows.length - 1);
  const offBy = (from: number, end: number, { y }: Category) =>
    Math.abs(((middles[from] ?? 0) + (middles[end - 1] ?? 0)) / 2 - y);
  const ends: number[] = [];
  for (const [at, category] of categories.entries()) {
    const from = ends.at(-1) ?? start;
    const isLast = at === categories.length - 1;
    const possible = middles.flatMap((_, row) => (row >= from ? [row + 1] : []));
    const best = possible.sort((a, b) => offBy(from, a, category) - offBy(from, b, category))[0];
    const end = isLast && start === 0 ? rows.length : best;
    const isCut = isLast && start === 0 && categories.length > 1;
    if (end === undefined || (!isCut && offBy(from, end, category) > pitch * offMiddle)) return undefined;
    if (isLast && end !== rows.length) return undefined;
    ends.push(end);
  }
  return ends;
}

/** The first row that is not above a category. */
function startOf(category: Category | undefined, rows: readonly AlignedRow[]): number {
  if (!category) return rows.length;
  const start = rows.findIndex(({ bottom }) => bottom >= category.y - 2);
  return start < 0 ? rows.length : start;
}
