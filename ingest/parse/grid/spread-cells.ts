import type { Grid, GridCell } from './cell-grid.js';

/** A cell as markup has it: with the numbers of columns and rows that it covers. */
export interface SpanningCell {
  cell: GridCell;
  columns: number;
  rows: number;
}

/** Wider and longer spans are an attack, not a plan. */
export const mostColumns = 200;
export const mostSpannedRows = 2_000;

/** Puts the cells of a table into the places that they cover. */
export function spreadCells(source: readonly (readonly SpanningCell[])[]): Grid {
  const grid: Grid = source.map(() => []);
  for (const [y, cells] of source.entries()) {
    let x = 0;
    for (const spanning of cells) {
      while (grid[y]?.[x]) x += 1;
      place(grid, spanning, { x, y });
      x += spanning.columns;
    }
  }
  // Rows that a span reached into past their own cells have holes.
  return grid.map((row) => Array.from(row));
}

function place(grid: Grid, { cell, columns, rows }: SpanningCell, at: { x: number; y: number }): void {
  for (let y = at.y; y < at.y + Math.min(rows, mostSpannedRows); y += 1) {
    const row = grid[y];
    if (!row) break;
    for (let x = at.x; x < at.x + columns && x < mostColumns; x += 1) row[x] = cell;
  }
}
