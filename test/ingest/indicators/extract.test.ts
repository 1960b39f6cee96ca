import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlan } from './read-plan.js';

const plan = [
  '## 第一章 发展成就',
  '2020年，全市金融业增加值211亿元，占GDP比重达11.9%，排名全省第3位。',
  '## 第二章 发展目标',
  '到2025年，全市金融业增加值达到280亿元，上市企业数量达到20家。',
];

describe('extraction', () => {
  it('lists figures in the order of the plan, each quote word for word in its passage', () => {
    const { rows, passages } = readPlan(...plan);
    const byId = new Map(passages.map((passage) => [passage.passageId, passage]));
    const places = rows.map((row) => byId.get(row.passageId)?.order);
    expect(places).toEqual([...places].sort((a, b) => (a ?? 0) - (b ?? 0)));
    expect(rows).toHaveLength(5);
    for (const row of rows) {
      expect(byId.get(row.passageId)?.text).toContain(row.quote);
      expect(row.quote.length).toBeLessThanOrEqual(200);
    }
  });

  it('gives every row an id of its own that stays the same from run to run', () => {
    const [first, second] = [readPlan(...plan).rows, readPlan(...plan).rows];
    expect(new Set(first.map((row) => row.indicatorId)).size).toBe(first.length);
    expect(second.map((row) => row.indicatorId)).toEqual(first.map((row) => row.indicatorId));
  });

  it('says what is measured in the vocabulary’s words, the most specific first', () => {
    const { rows } = readPlan(...plan);
    expect(rows.map((row) => row.canonicalName)).toEqual([
      '金融业增加值',
      '金融业增加值占地区生产总值比重',
      '金融业增加值排名',
      '金融业增加值',
      '上市公司数量',
    ]);
  });

  it('tells an increment from a level', () => {
    const { rows } = readPlan('## 第二章 发展目标', '到2025年，新增上市企业3家，上市企业数量达到12家。');
    expect(rows.map((row) => [row.measure, row.canonicalName])).toEqual([
      ['increment', '新增上市公司数量'],
      ['level', '上市公司数量'],
    ]);
  });

  it('reads whatever it is given without failing', () => {
    const piece = fc.constantFrom(
      '到2025年',
      '，',
      '。',
      '达到',
      '3家',
      '（',
      '）',
      '|',
      '占',
      '12%',
      '、',
      '分别',
      '的',
      '\n',
      '1/3',
      '从',
      '新增',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { rows, passages } = readPlan('## 第一章 发展目标', pieces.join(''));
        return rows.every((row) => passages.some(({ text }) => text.includes(row.quote)));
      }),
      { numRuns: 150 },
    );
  });
});
