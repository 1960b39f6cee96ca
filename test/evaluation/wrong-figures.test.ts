import { describe, expect, it } from 'vitest';
import { wrongFigures } from '../../src/evaluation/wrong-figures.js';
import { buildAnswer, buildQuestion, buildValue } from './build.js';

const expected = { value: 6.5, unit: '万亿元', year: 2025, name: '存款余额' };
const question = buildQuestion({ answer: { values: [expected] } });

describe('a figure that is stated wrongly', () => {
  it('is named with what was expected', () => {
    const answer = buildAnswer({ values: [buildValue({ value: 6.4, unit: '万亿元' })] });
    expect(wrongFigures(question, answer)).toEqual([
      { stated: '6.4万亿元 存款余额 (2025), plan-a', expected: ['6.5万亿元 存款余额'] },
    ]);
  });

  it('is seen at one end of a range, and where no year is given', () => {
    const range = buildValue({ value: 6.5, valueMax: 7, unit: '万亿元' });
    const yearless = buildValue({ value: 6.4, unit: '万亿元', year: null });
    expect(wrongFigures(question, buildAnswer({ values: [range, yearless] }))).toHaveLength(2);
  });

  it('is not the expected one in another unit, one of another year or kind of unit, or none at all', () => {
    const values = [
      buildValue({ value: 65000, unit: '亿元' }),
      buildValue({ value: 4.37, unit: '万亿元', year: 2020 }),
      buildValue({ value: 8, unit: '%' }),
      buildValue({ value: null, unit: '' }),
    ];
    expect(wrongFigures(question, buildAnswer({ values }))).toEqual([]);
  });

  it('is not what a calculation starts from', () => {
    const calc = buildQuestion({
      type: 'calc',
      calc: { op: '', inputs: [104.88, 9.6] },
      answer: { values: [{ value: 1092.5, unit: '亿元', year: 2025, name: '地区生产总值' }] },
    });
    expect(wrongFigures(calc, buildAnswer({ values: [buildValue({ value: 104.88 })] }))).toEqual([]);
    expect(wrongFigures(calc, buildAnswer({ values: [buildValue({ value: 105.88 })] }))).toHaveLength(1);
  });
});
