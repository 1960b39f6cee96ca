import { Exact } from '../../src/quantity/exact.js';
import { formatQuantity } from '../../src/quantity/format-quantity.js';
import { parseQuantity } from '../../src/quantity/parse-quantity.js';
import { convert, sameKind } from '../../src/quantity/units.js';
import type { Passage, Quantity } from '../../src/records.js';
import type { Table } from '../blocks.js';
import type { Section } from '../structure.js';
import words from './audit-words.json' with { type: 'json' };
import type { FindingDraft } from './draft.js';
import { halfDigit } from './interval.js';

const totalRow = new RegExp(words.totalRow);
const fewestRows = 2;

/** The total row of a table against the sum of its column. */
export function checkTotals({
  sections,
  passages,
}: {
  sections: readonly Section[];
  passages: readonly Passage[];
}): FindingDraft[] {
  const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  return tables.flatMap((table) => {
    const total = table.rows.at(-1);
    return total && totalRow.test(total.find((cell) => cell !== '') ?? '')
      ? columnsOf(table, total, passages)
      : [];
  });
}

/** Cells of a total row that merging left out are missing in front, so columns are counted from the end. */
function columnsOf(table: Table, total: readonly string[], passages: readonly Passage[]): FindingDraft[] {
  const body = table.rows.slice(0, -1);
  return total.flatMap((cell, at) => {
    const fromEnd = total.length - at;
    const stated = parseQuantity(cell);
    const cells = body.map((row) => row[table.header.length - fromEnd] ?? '');
    const figures = cells.map((one) => parseQuantity(one));
    if (
      !stated ||
      cells.length < fewestRows ||
      !figures.every((one) => one && sameKind(one.unit, stated.unit))
    )
      return [];
    const column = table.header[table.header.length - fromEnd] ?? '';
    const values = figures.flatMap((one) => one ?? []);
    return findingOf({ table, column, stated, cell, values, cells, total, passages });
  });
}

function findingOf(place: {
  table: Table;
  column: string;
  stated: Quantity;
  cell: string;
  values: readonly Quantity[];
  cells: readonly string[];
  total: readonly string[];
  passages: readonly Passage[];
}): FindingDraft[] {
  const { table, column, stated, cell, values, cells, total, passages } = place;
  const parts = values.map(({ value, unit }) =>
    convert({ value: new Exact(value), from: unit, to: stated.unit }),
  );
  const sum = Exact.sum(...parts);
  const margin = values.reduce(
    (all, { unit }, at) => {
      const half = halfDigit(cells[at] ?? '');
      return convert({ value: new Exact(half), from: unit, to: stated.unit }).plus(all);
    },
    new Exact(halfDigit(cell)),
  );
  const row = total.join('\t').trim();
  const passage = passages.find(({ text }) => text.includes(row));
  if (sum.minus(stated.value).abs().lte(margin) || !passage) return [];
  const shown = formatQuantity({ ...stated, value: sum.toNumber() }, 'zh');
  const gap = formatQuantity({ ...stated, value: sum.minus(stated.value).abs().toNumber() }, 'zh');
  return [
    {
      kind: 'total',
      certainty: 'contradiction',
      about: `${table.caption ?? ''}${column}`,
      stated: cell,
      computed: shown,
      note: `${cells.join(' + ')} = ${shown}，合计列为${cell}，相差${gap}。`,
      quotes: [{ passageId: passage.passageId, quote: row }],
    },
  ];
}
