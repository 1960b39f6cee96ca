import type { Passage } from '../../records.js';
import { parseQuantity } from '../parse-quantity.js';
import { lookUpUnit } from '../units.js';
import type { Part, PartList } from './part-list.js';
import words from './sum-words.json' with { type: 'json' };

const additive = new Set(words.additive);
const totalRow = new RegExp(words.totalRow);
const notSummed = new RegExp(words.notSummed);
const unitInHead = /[（(](?<unit>[^（）()]{1,12})[）)]\s*$/;
const unitOfTable = /单位[：:]\s*(?<unit>[^）)\s，,]{1,12})/;
const fewest = 3;

/** Columns of a table whose cells can be summed, with the cell of the row of totals, where the table has one. */
export function columnLists(passages: readonly Passage[]): PartList[] {
  const [first] = passages;
  const table = first && tableOf(passages);
  if (!table) return [];
  const { header, rows } = table;
  const caption = first.sectionPath.at(-1) ?? '';
  const shared = unitOfTable.exec(`${caption} ${first.text.split('\t')[0] ?? ''}`)?.groups?.unit ?? '';
  return header.flatMap((head, at): PartList[] => {
    const unit = unitInHead.exec(head)?.groups?.unit ?? shared;
    const cells = rows.map(({ cells, quote, passage }) => {
      const text = cells[at] ?? '';
      const label = cells.find((cell) => /\p{Script=Han}{2}/u.test(cell)) ?? '';
      return { label, read: parseQuantity(text), raw: text, quote, passage };
    });
    const parts = cells.flatMap(({ read, ...cell }): Part[] => {
      const isOfUnit = read && (read.unit === '' || read.unit === unit);
      return isOfUnit && read.valueMax === null ? [{ ...cell, value: read.value }] : [];
    });
    if (!additive.has(lookUpUnit(unit)?.kind ?? '') || notSummed.test(head) || parts.length < cells.length)
      return [];
    const [own, summed] = [false, true].map((isTotal) =>
      parts.filter(({ quote }) => isTotalRow(quote) === isTotal),
    );
    if (!own || own.length < fewest) return [];
    const totals = summed && summed.length > 0 ? summed : table.totals.flatMap(figuresOfTotal);
    const name = head.replace(unitInHead, '');
    return [
      {
        kind: 'column',
        parts: own,
        unit,
        name,
        context: `${first.sectionPath.slice(-2).join(' ')} ${head}`,
        totals,
      },
    ];
  });
}

/** Merged cells of a row of totals leave open which column a figure is of. */
function figuresOfTotal({ cells, quote, passage }: Row): Part[] {
  return cells.flatMap((raw) => {
    const read = parseQuantity(raw);
    return read ? [{ label: cells[0] ?? '', value: read.value, raw, quote, passage }] : [];
  });
}

function isTotalRow(line: string): boolean {
  return line.split('\t').some((cell) => totalRow.test(cell.trim()));
}

interface Row {
  cells: string[];
  quote: string;
  passage: Passage;
}

/** The rows of a table that is cut into several passages, each under the same head; none where cells are merged. */
function tableOf(passages: readonly Passage[]): { header: string[]; rows: Row[]; totals: Row[] } | undefined {
  const lines = passages.flatMap((passage) =>
    passage.text
      .split('\n')
      .filter((line) => line.includes('\t'))
      .map((quote) => ({ cells: quote.split('\t').map((cell) => cell.trim()), quote, passage })),
  );
  const header = lines[0]?.cells;
  if (!header) return undefined;
  const rows = lines.filter(({ cells }) => cells.join('\t') !== header.join('\t'));
  const whole = rows.every(({ cells, quote }) => cells.length === header.length || isTotalRow(quote));
  if (!whole) return undefined;
  const isFull = ({ cells }: Row) => cells.length === header.length;
  return { header, rows: rows.filter(isFull), totals: rows.filter((row) => !isFull(row)) };
}
