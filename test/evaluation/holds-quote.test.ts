import { describe, expect, it } from 'vitest';
import { holdsQuote } from '../../src/evaluation/holds-quote.js';

const row = '存款余额（亿元） 4372 5000 （3.0）';

const held: [string, string, string][] = [
  ['whatever white space and punctuation', '全市存款余额，达6.5 万亿元以上', '存款余额达 ６.５万亿元以上'],
  ['a row as cells with bars', '| 存款余额（亿元） | 4372 | 5000 | （3.0） |', row],
  ['a row without its number', '存款余额（亿元）\t4372\t5000\t（3.0）', `2.${row}`],
  ['a row with labels between its cells', '存款余额（亿元） 2020年 4372 2025年目标 5000 增速 3.0', row],
  ['a row after other rows', '贷款余额 5313 6000\n存款余额（亿元） 2020年 4372 2025年 5000 3.0', row],
];

const notHeld: [string, string, string][] = [
  ['a figure differs', '存款余额达6.4万亿元以上', '存款余额达6.5万亿元以上'],
  ['a point is missing', '存款余额达65万亿元', '存款余额达6.5万亿元'],
  ['a cell is missing', '存款余额（亿元） 4372 （3.0）', row],
  ['another figure stands between the cells', '存款余额（亿元） 4372 4800 5000 3.0', row],
  ['the cells are in another order', '存款余额（亿元） 5000 4372 3.0', row],
  ['a long text stands between the cells', `存款余额（亿元） 4372 ${'说明'.repeat(10)} 5000 3.0`, row],
  ['a sentence loses its beginning', '搭建平台', '2．搭建平台'],
  ['words stand between the words of a sentence', '全市存款 各项余额', '全市存款 余额'],
];

describe('a quote in a passage', () => {
  it.each(held)('is found: %s', (_, passage, quote) => {
    expect(holdsQuote(passage, quote)).toBe(true);
  });

  it.each(notHeld)('is not found when %s', (_, passage, quote) => {
    expect(holdsQuote(passage, quote)).toBe(false);
  });
});
