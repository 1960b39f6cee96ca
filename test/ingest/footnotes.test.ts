import { describe, expect, it } from 'vitest';
import { readPlan } from '../setup/read-plan.js';

describe('a footnote', () => {
  it.each([
    ['①', '① 快报数。'],
    ['[1]', '[1] 快报数。'],
    ['〔1〕', '〔1〕快报数。'],
  ])(
    'marked %s that stands between two pages follows its paragraph, and the sentence is whole',
    (mark, note) => {
      const { texts } = readPlan(
        [
          `2020年全市生产总值达到1200亿元${mark}，其中核心产业增加值达到`,
          note,
          '— 3 —',
          '128亿元。',
          '加快发展。',
        ].join('\n'),
      );
      expect(texts).toEqual([
        `2020年全市生产总值达到1200亿元${mark}，其中核心产业增加值达到128亿元。`,
        note,
        '加快发展。',
      ]);
    },
  );

  it('whose raised number came out as a plain one follows its paragraph', () => {
    const { texts } = readPlan(
      [
        '2020年底，全市法人银行18家1，规模居西部前列，发展势头总体良好；法',
        '1含村镇银行。',
        '人保险机构4家。',
      ].join('\n'),
    );
    expect(texts).toEqual([
      '2020年底，全市法人银行18家1，规模居西部前列，发展势头总体良好；法人保险机构4家。',
      '1含村镇银行。',
    ]);
  });

  it('is not seen in a line that goes on with a figure', () => {
    const lines = ['2020年底，全市法人银行18家1，规模居西部前列；建成国家级企业技术中心', '1家。'];
    expect(readPlan(lines.join('\n')).texts.join('')).toContain('技术中心1家。');
  });

  it('of Markdown comes to its paragraph from the end of the file', () => {
    const { texts } = readPlan('建成基站9000个[^a]。\n\n加快发展。\n\n[^a]: 含室内分布系统。');
    expect(texts).toEqual(['建成基站9000个[^a]。', '[^a] 含室内分布系统。', '加快发展。']);
  });

  it('names its own lines', () => {
    const { document } = readPlan('生产总值1200亿元①。\n加快发展。\n① 快报数。');
    expect(document.blocks.map(({ lines }) => lines[0])).toEqual([1, 3, 2]);
  });

  it('is not seen in the items of a list', () => {
    const lines = ['重点包括：①开放灯杆；②开放楼宇。', '① 开放管道。', '② 开放杆塔。'];
    expect(readPlan(lines.join('\n')).texts).toEqual(lines);
  });
});
