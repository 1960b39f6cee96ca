import { expect, it } from 'vitest';
import { joinLoneRows } from '../../../ingest/parse/pdf/lone-rows.js';
import type { PdfItem } from '../../../ingest/parse/pdf/page.js';
import { pageElements, withAlignedTables } from '../../../ingest/parse/pdf/page-elements.js';

const columns = [60, 200, 320, 440];

function row(y: number, ...texts: string[]): PdfItem[] {
  return texts.map((text, at) => {
    const left = columns[at] ?? 0;
    return { text, left, right: left + text.length * 10, y, size: 10 };
  });
}

function pages(...items: PdfItem[][]) {
  const elements = items.flatMap((own, at) =>
    withAlignedTables(pageElements({ number: at + 1, width: 595, height: 842, items: own, rulings: [] })),
  );
  return joinLoneRows(elements).map((element) =>
    element.kind === 'table'
      ? { page: element.page, rows: element.grid.map((cells) => cells.map((cell) => cell?.text)) }
      : element.text.replace(/\t/g, ' '),
  );
}

const head = ['指标', '单位', '2020年', '2025年'];
const rows = [
  ['仓库数量', '家', '120', '300'],
  ['物流总额', '亿元', '5200', '8000'],
  ['冷库容量', '万吨', '12', '30'],
];
const body = rows.flatMap((texts, at) => row(80 + at * 20, ...texts));

it('the header that stands alone at the foot of a page belongs to the rows on the next, without rulings too', () => {
  expect(pages([...row(700, '加快发展。'), ...row(780, ...head)], body)).toEqual([
    '加快发展。',
    { page: 1, rows: [head, ...rows] },
  ]);
});

it('the header that is repeated over the rows stands once', () => {
  const next = [...row(60, ...head), ...body];
  expect(pages(row(780, ...head), next)).toEqual([{ page: 1, rows: [head, ...rows] }]);
});

it('text at the foot of a page stays text', () => {
  expect(pages(row(780, '表1 主要指标'), body)[0]).toBe('表1 主要指标');
  expect(pages(row(780, '加快发展', '甲；乙', '丙', '丁。'), body)[0]).toMatch(/^加快发展/);
});
