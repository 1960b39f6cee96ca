import { describe, expect, it } from 'vitest';
import { readPlan } from '../setup/read-plan.js';

const rows = [
  ['1', '用水总量', '亿立方米', '5.82', '≤6.2', '约束性'],
  ['2', '农村自来水普及率', '%', '92.6', '96', '预期性'],
  ['3', '新增供水能力', '亿立方米', '—', '[0.8]', '预期性'],
];
const header = ['序号', '指标', '单位', '2020年', '2025年', '属性'];
const only = (...lines: string[]) =>
  readPlan(lines.join('\n')).tables.map((one) => ({ header: one.header, rows: one.rows }));

describe('a table of which copying left a cell a line', () => {
  const lines = [header, ...rows].flat();

  it('is read row by row', () => {
    expect(only('表1 水利发展主要指标', ...lines, '注：[ ]内为累计数。')).toEqual([{ header, rows }]);
  });

  it('stays text where a cell is missing, for the figures after it would move', () => {
    expect(only('表1 水利发展主要指标', ...lines.filter((cell) => cell !== '92.6'))).toEqual([]);
  });
});

describe('a table between bars without a frame', () => {
  it('is read where three lines have as many', () => {
    const lines = [
      '指标名称 | 2020年 | 2025年',
      '消费 | | ',
      '  零售总额（亿元） | 186.5 | 280',
      '  进出口总额（亿美元） | 42.8 | 65',
    ];
    expect(only('一、目标', ...lines, '一句话。')).toEqual([
      {
        header: ['指标名称', '2020年', '2025年'],
        rows: [
          ['消费', '', ''],
          ['零售总额（亿元）', '186.5', '280'],
          ['进出口总额（亿美元）', '42.8', '65'],
        ],
      },
    ]);
  });
});

describe('a table in marks of HTML inside a text', () => {
  it('is read with its merged cells', () => {
    const lines = [
      '<table>',
      '<tr><th rowspan="2">指标</th><th colspan="2">年份</th></tr>',
      '<tr><th>2025年</th><th>2030年</th></tr>',
      '<tr><td>储能规模（万千瓦）</td><td>30</td><td>120</td></tr>',
      '</table>',
    ];
    expect(only('第一章 目标', ...lines, '一句话。')).toEqual([
      { header: ['指标', '年份2025年', '年份2030年'], rows: [['储能规模（万千瓦）', '30', '120']] },
    ]);
  });
});

describe('a table set with blanks that has groups of rows', () => {
  it('keeps each figure under its year, those of a row without a first one too', () => {
    const lines = [
      '序号   指标名称               单位      2020年现状   2025年   2035年',
      '一     生态质量',
      '1      森林覆盖率             %         57.2         58.6     60',
      '二     修复治理',
      '2      滨海湿地修复面积       公顷      /            420      1200',
      '3      河道生态治理长度       公里      45           120      260',
    ];
    const [table] = only('第三条 目标', ...lines);
    expect(table?.rows).toEqual([
      ['一', '生态质量', '', '', '', ''],
      ['1', '森林覆盖率', '%', '57.2', '58.6', '60'],
      ['二', '修复治理', '', '', '', ''],
      ['2', '滨海湿地修复面积', '公顷', '/', '420', '1200'],
      ['3', '河道生态治理长度', '公里', '45', '120', '260'],
    ]);
  });
});
