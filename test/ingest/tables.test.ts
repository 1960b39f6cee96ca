import { describe, expect, it } from 'vitest';
import { readPlan, sectionTitled } from '../setup/read-plan.js';
import { wrap } from '../setup/wrap.js';

const header = ['序号', '指标', '单位', '2020年', '2025年'];
const rows = [
  ['1', '存款余额', '亿元', '5280', '8000'],
  ['2', '法人机构数', '家', '12', '20'],
];
const before = ['第一章 发展目标', '云岭市到2025年的主要指标如下。', '表1 主要指标表'];
const after = ['第二章 保障措施', '加强组织领导。'];

/** One table in the ways that text files carry it. */
const spellings = {
  'between pipes': [
    `| ${header.join(' | ')} |`,
    `|${header.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ],
  'with tabs': [header, ...rows].map((row) => row.join('\t')),
  'with tabs, its header repeated after a page break': [
    header.join('\t'),
    (rows[0] ?? []).join('\t'),
    '— 8 —',
    '',
    header.join('\t'),
    (rows[1] ?? []).join('\t'),
  ],
  'with a cell a line': [header, ...rows]
    .flatMap((row) => ['', ...row.map((cell) => `\t${cell}`)])
    .concat('', ''),
  'flattened by a PDF': [header.join(' '), ...rows.map((row) => row.join(' '))],
};

describe('a table', () => {
  it.each(Object.entries(spellings))('%s has its header, rows and cells', (_, lines) => {
    const { tables } = readPlan([...before, ...lines, ...after].join('\n'));
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ caption: '表1 主要指标表', header, rows });
  });

  it.each(Object.entries(spellings))('%s is one passage with its caption', (_, lines) => {
    const { passages } = readPlan([...before, ...lines, ...after].join('\n'));
    const found = passages.filter((passage) => passage.kind === 'table');
    expect(found).toHaveLength(1);
    expect(found[0]?.text).toContain('表1 主要指标表');
    for (const row of [header, ...rows]) expect(found[0]?.text).toContain(row.join('\t'));
    expect(found[0]?.sectionPath).toEqual(['第一章 发展目标', '表1 主要指标表']);
  });

  it.each(Object.entries(spellings))('%s takes none of the text around it', (_, lines) => {
    const { passages, outline } = readPlan([...before, ...lines, ...after].join('\n'));
    expect(outline).toContain('第二章 保障措施');
    const text = passages.filter((passage) => passage.kind === 'text').map((passage) => passage.text);
    expect(text.join('\n')).toContain('云岭市到2025年的主要指标如下。');
    expect(text.join('\n')).toContain('加强组织领导。');
  });

  it('keeps its notes', () => {
    const { passages } = readPlan(
      [
        ...before,
        ...spellings['between pipes'],
        '注：带*的为预测值。',
        '数据来源：云岭市统计局。',
        ...after,
      ].join('\n'),
    );
    const table = passages.find((passage) => passage.kind === 'table');
    expect(table?.text).toContain('注：带*的为预测值。\n数据来源：云岭市统计局。');
  });

  it('lets the text after it go back to the section around it', () => {
    const plan = readPlan(
      [...before, ...spellings['between pipes'], '上述指标每年评估一次。', ...after].join('\n'),
    );
    expect(sectionTitled(plan, '第一章 发展目标').blocks).toContainEqual(
      expect.objectContaining({ text: '上述指标每年评估一次。' }),
    );
  });

  it('keeps empty cells in their columns', () => {
    const { tables } = readPlan(['指标\t2020年\t2025年', '存款\t\t8000', '贷款\t4100\t'].join('\n'));
    expect(tables[0]?.rows).toEqual([
      ['存款', '', '8000'],
      ['贷款', '4100', ''],
    ]);
  });
});

describe('a table that a PDF flattened', () => {
  it('has whole names where a cell ran over two lines', () => {
    const { tables } = readPlan(
      [
        ...before,
        '序号 指标 单位 2020年 2025年',
        '1 存款余额 亿元 5280 8000',
        '2 直接融资',
        '规模 亿元 310 600',
        '3 保险密度 元/人 2100 3000',
        ...after,
      ].join('\n'),
    );
    expect(tables[0]?.rows.map((row) => row[1])).toEqual(['存款余额', '直接融资规模', '保险密度']);
    expect(tables[0]?.rows.map((row) => row.slice(-2))).toEqual([
      ['5280', '8000'],
      ['310', '600'],
      ['2100', '3000'],
    ]);
  });

  it('has a row for each figure under one serial number, with the name that they share', () => {
    const { tables } = readPlan(
      [
        ...before,
        '序号 指标 单位 2020年 2025年',
        '1 存款余额 亿元 5280 8000',
        '2 金融业增加值',
        '总量 亿元 210 380',
        '增速 % 7.5 8.0',
        ...after,
      ].join('\n'),
    );
    const [table] = tables;
    expect(table?.rows.map((row) => row.slice(-2))).toEqual([
      ['5280', '8000'],
      ['210', '380'],
      ['7.5', '8.0'],
    ]);
    expect(table?.rowGroups?.[2]).toBe('金融业增加值');
  });

  it('stands under its caption when page layout dropped it into a paragraph, which loses nothing', () => {
    const paragraph = '完善多层次资本市场，支持企业上市融资，健全融资担保体系，提高担保覆盖面。'.repeat(6);
    const lines = wrap(paragraph);
    const { sections, texts } = readPlan(
      [
        '第一章 发展目标',
        '表1 主要指标表',
        '第一节 主要路径',
        ...lines.slice(0, 2),
        '序号 指标 单位 2020年 2025年',
        '1 存款余额 亿元 5280 8000',
        '2 法人机构数 家 12 20',
        ...lines.slice(2),
        ...after,
      ].join('\n'),
    );
    const holder = sections.find((section) => section.blocks.some((block) => block.kind === 'table'));
    expect(holder?.title).toBe('表1 主要指标表');
    expect(texts.join('')).toContain(paragraph);
  });
});
