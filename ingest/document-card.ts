import type { Block, Table } from './blocks.js';
import words from './plan-record.json' with { type: 'json' };

/** What the card above a published document says of it: its number, who issued it and when. */
export type CardField = keyof typeof words.cardLabels;

/** A card stands within these blocks, and says at least this much. */
const mostFrontBlocks = 12;
const fewestFields = 2;
const fields: CardField[] = ['title', 'issuer', 'documentNumber', 'date'];

/** Reads the card (索引号, 文号, 发文机关, 成文日期) that a site sets above a document as a table of labels and values. */
export function readCard(
  blocks: readonly Block[],
): { table: Table; values: Partial<Record<CardField, string>> } | undefined {
  for (const block of blocks.slice(0, mostFrontBlocks)) {
    if (block.kind !== 'table') continue;
    const values = valuesIn([block.header, ...block.rows].flat());
    if (Object.keys(values).length >= fewestFields) return { table: block, values };
  }
  return undefined;
}

/** Each label's value is the next cell. */
function valuesIn(cells: readonly string[]): Partial<Record<CardField, string>> {
  const values: Partial<Record<CardField, string>> = {};
  for (const [at, cell] of cells.entries()) {
    const label = cell.replace(/[\s:：【】[\]]/g, '');
    const field = fields.find((one) => words.cardLabels[one].includes(label));
    const value = cells[at + 1]?.trim() ?? '';
    if (field && value !== '') values[field] ??= value;
  }
  return values;
}
