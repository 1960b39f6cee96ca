import { joinPieces } from '../spacing.js';

/** A table's cell; it stands once in each place of a grid that it covers. */
export interface GridCell {
  text: string;
  /** True for a cell that the format marks as a heading. */
  isHeader: boolean;
}

/** Rows of places; a place may be empty where a row is short. */
export type Grid = (GridCell | undefined)[][];

/** A table whose rows read alone: spans repeated in each row, header rows merged into one. */
export interface ReadGrid {
  /** A title that stood in the table's first row, over its whole width. */
  title: string | null;
  header: string[];
  rows: string[][];
}

/** Parts a grid into title, header and rows. */
export function readGrid(source: Grid): ReadGrid {
  const grid = source.filter((row) => row.some((cell) => cell && cell.text !== ''));
  const width = Math.max(0, ...grid.map((row) => row.length));
  const [first] = grid;
  const title = grid.length > 2 && isOneCell(first, width) ? (first?.[0]?.text ?? null) : null;
  const body = title === null ? grid : grid.slice(1);
  const headers = headerRows(body, width);
  return {
    title,
    header: mergeHeader(body.slice(0, headers), width),
    rows: body.slice(headers).map((row) => rowTexts(row, width)),
  };
}

function isOneCell(row: Grid[number] | undefined, width: number): boolean {
  return width > 1 && row?.length === width && row.every((cell) => cell === row[0]);
}

/** Rows marked as header; failing that, the first row, with those under its merged cells. */
function headerRows(grid: Grid, width: number): number {
  const unmarked = grid.findIndex((row) => !row.every((cell) => !cell || cell.isHeader));
  const marked = unmarked < 0 ? 1 : unmarked;
  const first = grid[0] ?? [];
  const isParted = first.some((cell, x) => cell && cell === first[x + 1]) && !isOneCell(first, width);
  const deepest = Math.max(1, ...first.map((cell, x) => (cell ? depthOf(grid, cell, x) : 1)));
  const isSpanning = isParted || isStaged(grid);
  const spanned = isSpanning && deepest < grid.length ? deepest : 1;
  return Math.max(marked, spanned);
}

/** A second row with nothing of its own but years, under heads of which most reach down to it. */
function isStaged([first = [], second = []]: Grid): boolean {
  const own = second.filter((cell, x) => cell && cell !== first[x]);
  const reaching = first.length - own.length;
  return own.length > 1 && reaching >= own.length && own.every((cell) => isYear.test(cell?.text ?? ''));
}

const isYear = /^[“"（(]?(?:(?:19|20)\d\d\s*年?|十[一二三四五六七八九]五).{0,6}$/;

function depthOf(grid: Grid, cell: GridCell, x: number): number {
  const end = grid.findIndex((row) => row[x] !== cell);
  return end < 0 ? grid.length : end;
}

/** Each column's texts from the top down; what spans several rows stands once. */
function mergeHeader(rows: Grid, width: number): string[] {
  return Array.from({ length: width }, (_, x) => {
    const cells = rows.flatMap((row, y) => (row[x] && row[x] !== rows[y - 1]?.[x] ? [row[x].text] : []));
    return cells.reduce((joined, text) => joinPieces(joined, text), '');
  });
}

/** A cell over the whole width, such as a group's name, stands once; other spans are repeated. */
function rowTexts(row: Grid[number], width: number): string[] {
  const isWhole = isOneCell(row, width);
  return Array.from({ length: width }, (_, x) => (isWhole && x > 0 ? '' : (row[x]?.text ?? '')));
}
