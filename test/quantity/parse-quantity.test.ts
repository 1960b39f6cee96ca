import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../src/quantity/parse-quantity.js';

const read: [string, number, number | null, string, string][] = [
  ['6.5 万亿元以上', 6.5, null, '万亿元', '>='],
  ['约１２．５％', 12.5, null, '%', '~'],
  ['1,731.0亿元', 1731, null, '亿元', '='],
  ['1亿2千万元', 1.2, null, '亿元', '='],
  ['3.2 万余家', 3.2, null, '万家', '>'],
  ['8-12家', 8, 12, '家', 'range'],
  ['5000万-1亿元', 0.5, 1, '亿元', 'range'],
  ['（2.0）', 2, null, '', '='],
  ['230*', 230, null, '', '='],
  ['RMB 650 billion', 6500, null, '亿元', '='],
  ['at least 97%', 97, null, '%', '>='],
];

describe('a text that is one quantity', () => {
  it.each(read)('reads %s', (text, value, valueMax, unit, comparator) => {
    expect(parseQuantity(text)).toEqual({ value, valueMax, unit, comparator });
  });

  it.each(['', '—', 'abc', '2025年', '第3', '3家和5家', '约', '亿元', '十四五', '9'.repeat(500)])(
    'does not take %s for one',
    (text) => {
      expect(parseQuantity(text)).toBeUndefined();
    },
  );
});
