import { describe, expect, it } from 'vitest';
import { findStrips, type Word } from '../../../ingest/parse/pdf/aligned-columns.js';
import { alignedGrid } from '../../../ingest/parse/pdf/aligned-rows.js';

/** Words of a line, each with the middle of its column. */
function line(y: number, words: Record<string, number>): Word[] {
  return Object.entries(words).map(([text, middle]) => {
    const half = (text.length * 10) / 2;
    return { text, left: middle - half, right: middle + half, y, size: 10 };
  });
}

const head = [
  line(90, { 规划目标: 300 }),
  line(97, { 类别: 30, 指标: 120, 单位: 200, 属性: 400 }),
  line(104, { '28年': 270, '30年': 330 }),
];
const figures = { '23': 270, '37': 330, 预期性: 400 };
const body = [
  line(130, { 物流业增加值: 120, 亿元: 200, ...figures }),
  line(141, { 综合: 30 }),
  line(152, { 物流总额: 120, 亿元: 200, ...figures }),
  line(174, { 设施: 30, 冷库容量: 120, 万吨: 200, ...figures }),
];

describe('a table without rulings', () => {
  it('has a head over two columns in both, and a category in each of its rows', () => {
    const lines = [...head, ...body];
    const grid = alignedGrid({ lines, strips: findStrips(lines), known: undefined });
    expect(grid.map((row) => row.map((cell) => cell?.text))).toEqual([
      ['类别', '指标', '单位', '规划目标28年', '规划目标30年', '属性'],
      ['综合', '物流业增加值', '亿元', '23', '37', '预期性'],
      ['综合', '物流总额', '亿元', '23', '37', '预期性'],
      ['设施', '冷库容量', '万吨', '23', '37', '预期性'],
    ]);
  });

  it('keeps a cell over two lines whole, whatever stands beside it', () => {
    const wrapped = [
      line(130, { 序号: 20, 指标: 120, 数值: 250 }),
      line(152, { '1': 20, 物流总额: 120, '52': 250 }),
      line(172, { 物流业增加: 120 }),
      line(178, { '2': 20, '48': 250 }),
      line(184, { 值占比: 120 }),
      line(206, { '3': 20, 冷库: 120, '30': 250 }),
    ];
    const grid = alignedGrid({ lines: wrapped, strips: findStrips(wrapped), known: undefined });
    expect(grid[2]?.map((cell) => cell?.text)).toEqual(['2', '物流业增加值占比', '48']);
    expect(grid).toHaveLength(4);
  });

  it('that goes on under a repeated head gives the rows left over to the category of the page before', () => {
    const strips = findStrips([...head, ...body]);
    const rest = [
      line(130, { 铁路货运: 120, 亿元: 200, ...figures }),
      line(152, { 公路货运: 120, 亿元: 200, ...figures }),
      line(163, { 运行: 30 }),
      line(174, { 水路货运: 120, 亿元: 200, ...figures }),
    ];
    const grid = alignedGrid({ lines: [...head, ...rest], strips, known: { strips, firstHead: '类别' } });
    expect(grid.slice(1).map((row) => row[0]?.text)).toEqual(['', '运行', '运行']);
  });
});
