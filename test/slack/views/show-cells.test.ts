import { describe, expect, it } from 'vitest';
import { showCells } from '../../../src/slack/views/show-cells.js';

describe('a table row as a source shows it', () => {
  it.each([
    ['1\t增加值\t210\t300', '1 | 增加值 | 210 | 300'],
    ['\t\t增加值\t210\t', '增加值 | 210'],
    ['增加值\t\t300', '增加值 | （空） | 300'],
    ['增加值\t \t\t\t300\t预期性', '增加值 | （空） | 300 | 预期性'],
    ['到2025年，增加值300亿元。', '到2025年，增加值300亿元。'],
    ['甲\t\t1\n乙\t2\t', '甲 | （空） | 1\n乙 | 2'],
    ['\t\t', ''],
  ])('%j is %s', (quote, shown) => expect(showCells(quote)).toBe(shown));
});
