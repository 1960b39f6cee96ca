import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlanbotError } from '../../src/errors.js';
import { convert, lookUpUnit, sameKind } from '../../src/quantity/units.js';

const number = (value: number, from: string, to: string) =>
  convert({ value: new Decimal(value), from, to }).toNumber();

describe('looking a unit up', () => {
  it.each([
    ['亿元', '亿元', 'money'],
    ['万亿', '万亿元', 'money'],
    ['RMB', '元', 'money'],
    ['billion yuan', '十亿元', 'money'],
    ['RMB billion', '十亿元', 'money'],
    ['亿美元', '亿美元', 'foreignMoney'],
    ['㎡', '平方米', 'area'],
    ['万平米', '万平方米', 'area'],
    ['万千瓦时', '万千瓦时', 'energy'],
    ['households', '户', 'count'],
    ['thousand households', '千户', 'count'],
    ['百分点', '个百分点', 'percentagePoints'],
    ['per cent', '%', 'ratio'],
    ['％', '%', 'ratio'],
    ['万', '万', 'number'],
    ['', '', 'number'],
    ['元/平米', '元/平方米', 'compound'],
    ['吨标准煤/万元', '吨标准煤/万元', 'compound'],
    ['元每平方米', '元/平方米', 'compound'],
    ['yuan per square metre', '元/平方米', 'compound'],
    ['元/平方米/天', '元/平方米/天', 'compound'],
  ])('%s is %s, of %s', (spelling, symbol, kind) => {
    expect(lookUpUnit(spelling)).toMatchObject({ symbol, kind });
  });

  it.each(['foo', '亿foo', '元/', '/元', '元/foo', '万%', '9'.repeat(200)])('%s is no unit', (spelling) => {
    expect(lookUpUnit(spelling)).toBeUndefined();
  });
});

describe('converting', () => {
  it.each([
    [6.5, '万亿元', '亿元', 65000],
    [724, '万美元', '亿美元', 0.0724],
    [15, '亩', '公顷', 1],
    [1, '平方公里', '亩', 1500],
    [2000, '元/平方米', '万元/亩', 133.33333333333334],
    [9, '亿元/平方公里', '万元/亩', 60],
    [3.2, '万家', '个', 32000],
    [250, '%', '倍', 2.5],
    [50, '个基点', '个百分点', 0.5],
    [1, '千瓦', 'MW', 0.001],
  ])('%d %s', (value, from, to, expected) => {
    expect(number(value, from, to)).toBe(expected);
  });

  it.each([
    ['亿元', '家'],
    ['亿元', '亿美元'],
    ['家', '人'],
    ['%', '个百分点'],
    ['平方米', '公里'],
    ['元/平方米', '元/人'],
    ['元', '元/人'],
    ['吨标准煤', '吨'],
    ['席', '家'],
  ])('refuses %s into %s and names both', (from, to) => {
    expect(sameKind(from, to)).toBe(false);
    const attempt = () => number(1, from, to);
    expect(attempt).toThrow(PlanbotError);
    expect(attempt).toThrow(new RegExp(`${from}.*${to}`));
  });

  it('takes 个 for any count noun', () => {
    expect([sameKind('家', '个'), sameKind('个', '支'), sameKind('个', '元')]).toEqual([true, true, false]);
  });

  it('comes back to the same number, there and back', () => {
    const groups = [
      ['元', '万元', '亿元', '万亿元'],
      ['平方米', '亩', '公顷', '平方公里', '万平方米'],
      ['米', '公里', '海里', '厘米'],
      ['千瓦时', '万千瓦时', '兆瓦时'],
      ['%', '‰', '倍'],
      ['元/平方米', '万元/亩', '亿元/平方公里'],
    ];
    const pair = fc
      .constantFrom(...groups)
      .chain((units) => fc.tuple(fc.constantFrom(...units), fc.constantFrom(...units)));
    fc.assert(
      fc.property(pair, fc.double({ noNaN: true, min: -1e12, max: 1e12 }), ([a, b], value) => {
        const there = convert({ value: new Decimal(value), from: a, to: b });
        const back = convert({ value: there, from: b, to: a }).toNumber();
        // Adding zero makes one of the two zeros.
        expect(back + 0).toBe(value + 0);
      }),
      { numRuns: 300 },
    );
  });
});
