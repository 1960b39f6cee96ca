import { expect, it } from 'vitest';
import type { PdfItem, Ruling } from '../../../ingest/parse/pdf/page.js';
import { pageElements } from '../../../ingest/parse/pdf/page-elements.js';

const xs = [100, 140, 180];
const ys = [100, 120, 140];
const rulings: Ruling[] = [
  ...xs.map((at): Ruling => ({ direction: 'vertical', at, from: 100, to: 140 })),
  ...ys.map((at): Ruling => ({ direction: 'horizontal', at, from: 100, to: 180 })),
];

function item(text: string, left: number, right: number, y: number): PdfItem {
  return { text, left, right, y, size: 10 };
}

it('figures of neighbouring cells that nearly touch stay in their own cells', () => {
  const items = [
    item('2020年', 102, 132, 114),
    item('2025年', 142, 172, 114),
    // What the PDF library makes of 15.8% and 23.4% side by side.
    item('15.8%23.4%', 116, 164, 134),
  ];
  const [table] = pageElements({ number: 1, width: 595, height: 842, items, rulings });
  expect(table?.kind === 'table' && table.grid.map((row) => row.map((cell) => cell?.text))).toEqual([
    ['2020年', '2025年'],
    ['15.8%', '23.4%'],
  ]);
});
