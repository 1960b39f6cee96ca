import type { Grid, GridCell } from '../grid/cell-grid.js';
import { joinPieces } from '../spacing.js';
import type { PdfElement, PdfTable } from './page-elements.js';

/** How far apart columns of one table may stand on two pages: ruled ones hardly, others by their longest text. */
const sameRuledColumn = 4;
const sameAlignedColumn = 30;
const mostHeaderRows = 3;

/** Puts the parts of tables together that page breaks cut; a repeated header stands once. */
export function joinTables(elements: readonly PdfElement[]): PdfElement[] {
  const result: PdfElement[] = [];
  for (const element of elements) {
    const last = result.at(-1);
    const goesOn =
      element.kind === 'table' &&
      last?.kind === 'table' &&
      element.page > last.page &&
      (element.goesOn || hasSameColumns(last, element));
    if (goesOn)
      result[result.length - 1] = { ...last, grid: joinGrids(last.grid, element.grid), page: last.page };
    else result.push(element);
  }
  return result;
}

function hasSameColumns(a: PdfTable, b: PdfTable): boolean {
  if (a.isRuled !== b.isRuled || a.xs.length !== b.xs.length) return false;
  const tolerance = a.isRuled ? sameRuledColumn : sameAlignedColumn;
  return a.xs.every((x, at) => Math.abs(x - (b.xs[at] ?? 0)) <= tolerance);
}

function joinGrids(first: Grid, second: Grid): Grid {
  const rest = second.slice(repeatedRows(first, second)).map((row) => [...row]);
  const above = first.at(-1) ?? [];
  if (isRestOfRow(above, rest[0] ?? [])) {
    for (const [x, cell] of above.entries())
      if (cell) cell.text = joinPieces(cell.text, rest[0]?.[x]?.text ?? '');
    return [...first, ...rest.slice(1)];
  }
  for (const [x, cell] of above.entries()) if (cell && spansOn(first, rest, x)) inherit(rest, x, cell);
  return [...first, ...rest];
}

function repeatedRows(first: Grid, second: Grid): number {
  const texts = (row: Grid[number] | undefined) => row?.map((cell) => cell?.text ?? '').join('\t');
  const limit = Math.min(mostHeaderRows, first.length, second.length - 1);
  let count = 0;
  while (count < limit && texts(first[count]) === texts(second[count])) count += 1;
  return count;
}

/** A row that the page break cut: most of its cells had no more to say, the first among them. */
function isRestOfRow(above: Grid[number], row: Grid[number]): boolean {
  const filled = row.filter((cell) => cell && cell.text !== '').length;
  const own = row.findIndex((cell, x) => above[x]?.text !== '' && cell !== undefined);
  return filled > 0 && filled <= row.length / 2 && own >= 0 && row[own]?.text === '' && !isNumbered(row);
}

/** A serial number of its own makes a row a new one. */
function isNumbered(row: Grid[number]): boolean {
  return row.slice(0, 2).some((cell) => /^\d{1,3}[.、]?$/.test(cell?.text ?? ''));
}

/** An empty cell under a merged one, or a merged one without text, is the rest of what stands above. */
function spansOn(first: Grid, rest: Grid, x: number): boolean {
  const cell = rest[0]?.[x];
  if (cell?.text !== '') return false;
  const spansAbove = first.length > 1 && first.at(-2)?.[x] === first.at(-1)?.[x];
  const spansBelow = rest.length > 1 && rest[1]?.[x] === cell;
  return spansAbove || spansBelow;
}

function inherit(rest: Grid, x: number, cell: GridCell): void {
  const own = rest[0]?.[x];
  for (const row of rest) if (row[x] === own) row[x] = cell;
}
