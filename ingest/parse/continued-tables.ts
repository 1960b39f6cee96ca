import type { Block, Paragraph, Table } from '../blocks.js';
import words from './flattened-tables.json' with { type: 'json' };

const continued = new RegExp(words.continued);
const headWords = new Set([
  ...words.serial,
  ...words.subject,
  ...words.category,
  ...words.unit,
  ...words.attribute,
]);
const fewestColumns = 3;

/** Puts the parts of a table together that a page break cut, with or without the words 续表 between them. */
export function joinContinuedTables(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    const note = last && isContinuation(last) ? last : undefined;
    const before = note ? result.at(-2) : last;
    if (block.kind !== 'table' || before?.kind !== 'table' || !goesOn(before, block, note !== undefined)) {
      result.push(block);
      continue;
    }
    if (note) result.pop();
    result[result.length - 1] = joined(before, block);
  }
  return result;
}

function isContinuation(block: Block): block is Paragraph {
  return block.kind !== 'table' && continued.test(block.text);
}

function goesOn(table: Table, next: Table, isSaid: boolean): boolean {
  if (table.header.length !== next.header.length) return false;
  if (isSaid || isSameHeader(table, next)) return true;
  // Tables in cells of a line each have no other sign of where the next begins.
  const isHeader = next.header.some((cell) => headWords.has(cell) || /^(?:19|20)\d\d年/.test(cell));
  return (
    table.header.length >= fewestColumns &&
    !isHeader &&
    next.header[0] !== '' &&
    !standsOverFigures(next, table)
  );
}

function isSameHeader(table: Table, next: Table): boolean {
  return table.header.join('\t') === next.header.join('\t');
}

/** Whether the next table's first row has words where the rows of both have figures. */
function standsOverFigures(next: Table, table: Table): boolean {
  const isFigure = (cell: string | undefined) => /^[≥≤><]?[\d.,%％]+$/.test(cell ?? '');
  const rows = [...table.rows, ...next.rows];
  return next.header.some((cell, x) => !/\d/.test(cell) && rows.every((row) => isFigure(row[x])));
}

function joined(table: Table, next: Table): Table {
  const rows = isSameHeader(table, next) ? next.rows : [...(next.headRows ?? [next.header]), ...next.rows];
  const groups = table.rowGroups && [...table.rowGroups, ...(next.rowGroups ?? rows.map(() => ''))];
  return {
    ...table,
    rows: [...table.rows, ...rows],
    ...(groups && { rowGroups: groups }),
    lines: [table.lines[0], next.lines[1]],
  };
}
