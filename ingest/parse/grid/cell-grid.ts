import { joinPieces } from '../spacing.js';

/** A table's cell as the format has it, before its spans are spread. */
export interface GridCell {
  text: string;
  columns: number;
  rows: number;
  /** True for a cell that the format marks as a heading. */
  isHeader: boolean;
}

/** A table whose rows read alone: spans repeated in each row, header rows merged into one. */
export interface ReadGrid {
  /** A title that stood in the table's first row, over its whole width. */
  title: string | null;
  header: string[];
  rows: string[][];
}

interface Place {
  cell: GridCell;
  /** Whether the cell begins in this row and in this column. */
  startsRow: boolean;
  startsColumn: boolean;
}

type Matrix = (Place | undefined)[][];

/** Wider and longer tables are an attack, not a plan. */
const mostColumns = 200;
const mostSpannedRows = 2_000;

/** Spreads spans, and parts title, header and rows. */
export function readGrid(source: readonly (readonly GridCell[])[]): ReadGrid {
  const matrix = spread(source).filter((row) => row.some((place) => place && place.cell.text !== ''));
  const width = Math.max(0, ...matrix.map((row) => row.length));
  const title = matrix.length > 2 && isOneCell(matrix[0], width) ? (matrix[0]?.[0]?.cell.text ?? null) : null;
  const body = title === null ? matrix : matrix.slice(1);
  const headers = headerRows(body, width);
  return {
    title,
    header: mergeHeader(body.slice(0, headers), width),
    rows: body.slice(headers).map((row) => rowTexts(row, width)),
  };
}

function spread(source: readonly (readonly GridCell[])[]): Matrix {
  const matrix: Matrix = source.map(() => []);
  for (const [y, cells] of source.entries()) {
    let x = 0;
    for (const cell of cells) {
      while (matrix[y]?.[x]) x += 1;
      place(matrix, cell, { x, y });
      x += cell.columns;
    }
  }
  return matrix.map((row) => Array.from(row));
}

function place(matrix: Matrix, cell: GridCell, { x, y }: { x: number; y: number }): void {
  for (let dy = 0; dy < Math.min(cell.rows, mostSpannedRows); dy += 1) {
    const row = matrix[y + dy];
    if (!row) break;
    for (let dx = 0; dx < cell.columns && x + dx < mostColumns; dx += 1)
      row[x + dx] = { cell, startsRow: dy === 0, startsColumn: dx === 0 };
  }
}

function isOneCell(row: Matrix[number] | undefined, width: number): boolean {
  return width > 1 && row?.length === width && row.every((place) => place?.cell === row[0]?.cell);
}

/** Rows marked as header; failing that, the first row, with those under its merged cells. */
function headerRows(matrix: Matrix, width: number): number {
  const unmarked = matrix.findIndex((row) => !row.every((place) => !place || place.cell.isHeader));
  const marked = unmarked < 0 ? 1 : unmarked;
  const first = matrix[0] ?? [];
  const isParted = first.some((place) => place && place.cell.columns > 1 && place.cell.columns < width);
  const deepest = Math.max(1, ...first.map((place) => place?.cell.rows ?? 1));
  const spanned = isParted && deepest < matrix.length ? deepest : 1;
  return Math.max(marked, spanned);
}

function mergeHeader(rows: Matrix, width: number): string[] {
  return Array.from({ length: width }, (_, x) => {
    const texts = rows.flatMap((row) => (row[x]?.startsRow ? [row[x].cell.text] : []));
    return texts.reduce((joined, text) => joinPieces(joined, text), '');
  });
}

/** A cell over the whole width, such as a group's name, stands once; other spans are repeated. */
function rowTexts(row: Matrix[number], width: number): string[] {
  const isWhole = isOneCell(row, width);
  return Array.from({ length: width }, (_, x) => (isWhole && x > 0 ? '' : (row[x]?.cell.text ?? '')));
}
