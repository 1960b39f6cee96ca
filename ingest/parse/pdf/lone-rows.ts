import { columnsOf, type Strips, wordsOf } from './aligned-columns.js';
import { alignedGrid } from './aligned-rows.js';
import type { PdfLine } from './page.js';
import type { PdfElement, PdfTable } from './page-elements.js';

/** A header takes up no more lines than this. */
const mostLines = 3;
/** Share of the columns that a row fills. */
const leastFilled = 0.6;

/**
 * Gives the rows that a table without rulings leaves alone at the foot of a page, its header mostly, to the
 * rest of it on the next page: one line by itself does not show that it is a row.
 */
export function joinLoneRows(elements: readonly PdfElement[]): PdfElement[] {
  const result: PdfElement[] = [];
  for (const element of elements) {
    const strips =
      element.kind === 'table' && !element.isRuled && !element.goesOn ? element.strips : undefined;
    const lone = element.kind === 'table' && strips ? takeRows(result, element, strips) : [];
    if (element.kind === 'table' && strips && lone.length > 0)
      result.push(withRows(element, { lone, strips }));
    else result.push(element);
  }
  return result;
}

/** Takes the last lines of the page before off, as far as they stand in the table's columns. */
function takeRows(result: PdfElement[], { page }: PdfTable, strips: Strips): PdfLine[] {
  const rows: PdfLine[] = [];
  for (let last = result.at(-1); rows.length < mostLines; last = result.at(-1)) {
    if (last?.kind !== 'line' || last.page !== page - 1 || last.frame !== null || !isRow(last, strips)) break;
    result.pop();
    rows.unshift(last);
  }
  return rows;
}

function isRow(line: PdfLine, strips: Strips): boolean {
  const places = wordsOf(line).map((word) => columnsOf(word, strips));
  const filled = new Set(places.flat()).size;
  const areApart = places.every(([first, last]) => first === last);
  return areApart && filled >= (strips.length + 1) * leastFilled && !/[。；]/.test(line.text);
}

function withRows(table: PdfTable, { lone, strips }: { lone: readonly PdfLine[]; strips: Strips }): PdfTable {
  const above = alignedGrid({ lines: lone.map(wordsOf), strips, known: undefined });
  const texts = (row: PdfTable['grid'][number] | undefined) =>
    row?.map((cell) => cell?.text ?? '').join('\t');
  // The header may stand again over the rest.
  const rest =
    above.length === 1 && texts(above[0]) === texts(table.grid[0]) ? table.grid.slice(1) : table.grid;
  return { ...table, page: lone[0]?.page ?? table.page, grid: [...above, ...rest] };
}
