import { beforeAll, describe, expect, it } from 'vitest';
import { parseFile } from '../../../ingest/parse/parse-file.js';
import { type Reading, readFormat, sharedPassages } from './compare-readings.js';
import { plansInFormats, readFixture, readFromRoot } from './fixtures.js';

const formats = ['html', 'docx', 'pdf'] as const;
const cases = Object.entries(plansInFormats).flatMap(([name, source]) =>
  formats.map((format) => ({ name, source, format })),
);

describe.each(cases)('$name as $format', ({ name, source, format }) => {
  let markdown: Reading;
  let reading: Reading;
  beforeAll(async () => {
    markdown = await readFormat(source, readFromRoot(source));
    reading = await readFormat(`${name}.${format}`, readFixture(`${name}.${format}`));
  });

  it('has the outline of the Markdown', () => {
    expect(reading.outline).toEqual(markdown.outline);
  });

  it('has its tables, with every row and column in place', () => {
    expect(reading.tables).toEqual(markdown.tables);
  });

  it('has at least 98 % of the text in the same passages', () => {
    expect(sharedPassages(markdown, reading)).toBeGreaterThanOrEqual(0.98);
  });

  it('names pages where the format has them', () => {
    const named = reading.pages.filter((page) => page !== null);
    expect(named).toHaveLength(format === 'pdf' ? reading.passages.length : 0);
    expect(named).toEqual([...named].sort((a, b) => a - b));
  });
});

describe('a printed plan', () => {
  it('has its running header and page numbers taken out, and its characters are no radicals', async () => {
    const { passages } = await readFormat('plan.pdf', readFixture('green-industry-2026-2030.pdf'));
    const text = passages.join('\n');
    expect(text).not.toMatch(/—\d—/);
    expect(text.match(/云岭市“十五五”绿色产业发展规划/g)).toHaveLength(1);
    expect(text).not.toMatch(/[\u2E80-\u2FD5]/);
  });

  it('has one table where a page break cut it, on the page where it begins', async () => {
    const { document } = await parseFile({
      bytes: readFixture('green-industry-2026-2030.pdf'),
      file: 'plan.pdf',
    });
    const tables = document.blocks.filter((block) => block.kind === 'table');
    expect(tables.map(({ page, rows }) => [page, rows.length])).toEqual([[1, 22]]);
  });
});

describe('a Word document with automatic numbers', () => {
  it('has them in its headings and items, and its footnote under the paragraph that refers to it', async () => {
    const { document } = await parseFile({ bytes: readFixture('automatic-numbering.docx'), file: 'a.docx' });
    const lines = document.blocks.flatMap((block) => {
      if (block.kind === 'table') return [];
      return [block.kind === 'heading' ? `${'#'.repeat(block.level)} ${block.text}` : block.text];
    });
    expect(lines).toEqual([
      '云岭市普惠金融发展规划（2026—2030年）',
      '# 第一章发展基础',
      '## 第一节主要成就',
      '2025年末存款余额548亿元[1]，同比增长7.2%。',
      expect.stringMatching(/^\[1\] ?数据来自市统计局快报。$/),
      '## 第二节存在不足',
      '机构数量偏少，服务半径偏大，农村地区网点覆盖不足。',
      '# 第二章发展目标',
      '## 第一节总体目标',
      '### 一、近期目标',
      '（1）普惠小微贷款余额达到120亿元。',
      '（2）基础金融服务行政村全覆盖。',
      '### 二、远期目标',
      '（1）普惠小微贷款余额达到180亿元。',
      '表1 主要指标',
      '# 第三章保障措施',
      '加强组织领导，落实部门责任。',
    ]);
  });

  it('has merged cells in every row that they span, and two header rows in one', async () => {
    const { tables } = await readFormat('a.docx', readFixture('automatic-numbering.docx'));
    expect(tables).toEqual([
      {
        header: ['类别', '指标', '目标值2028年', '目标值2030年'],
        rows: [
          ['规模', '存款余额（亿元）', '620', '760'],
          ['规模', '贷款余额（亿元）', '580', '700'],
        ],
      },
    ]);
  });
});
