import type { Table } from '../../blocks.js';
import { readGrid } from '../grid/cell-grid.js';
import { mostColumns, mostSpannedRows, type SpanningCell, spreadCells } from '../grid/spread-cells.js';
import { joinPieces, mendSpaces } from '../spacing.js';
import { attributeOf, type Element, findElements, isElement } from './element.js';
import { isVisible, visibleText } from './visible.js';

/** A table's parts; its lines are given where the blocks are put in order. */
export type HtmlTable = Pick<Table, 'caption' | 'header' | 'rows'>;

/** Reads a table of data; undefined for one that only lays a page out. */
export function readTable(table: Element): HtmlTable | undefined {
  const layout = findElements(table, ['table', 'h1', 'h2', 'h3']).length > 0;
  const rows = findElements(table, ['tr']).filter(isVisible);
  const cells = rows.map(cellsOf);
  const isData = !layout && rows.length >= 2 && cells.some((row) => row.length >= 2);
  if (!isData) return undefined;
  const { title, header, rows: body } = readGrid(spreadCells(cells));
  if (body.length === 0) return undefined;
  const caption = table.childNodes.filter(isElement).find((child) => child.tagName === 'caption');
  const named = caption ? textOf(caption) : '';
  return { caption: named === '' ? title : named, header, rows: body };
}

function cellsOf(row: Element): SpanningCell[] {
  const parent = row.parentNode;
  const inHead = parent !== null && 'tagName' in parent && parent.tagName === 'thead';
  return row.childNodes.filter(isElement).flatMap((cell) => {
    if (cell.tagName !== 'td' && cell.tagName !== 'th') return [];
    return {
      cell: { text: textOf(cell), isHeader: inHead || cell.tagName === 'th' },
      columns: spanOf(cell, 'colspan', mostColumns),
      rows: spanOf(cell, 'rowspan', mostSpannedRows),
    };
  });
}

function spanOf(cell: Element, name: string, most: number): number {
  const value = Number.parseInt(attributeOf(cell, name) ?? '1', 10);
  // 0 means "all that follow".
  return value === 0 ? most : Math.min(Math.max(Number.isNaN(value) ? 1 : value, 1), most);
}

function textOf(element: Element): string {
  const lines = visibleText(element).split('\n').map(mendSpaces);
  return mendSpaces(lines.reduce((joined, line) => joinPieces(joined, line), ''));
}
