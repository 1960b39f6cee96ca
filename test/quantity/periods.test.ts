import { describe, expect, it } from 'vitest';
import { findPeriods } from '../../src/quantity/periods.js';

const today = new Date(2026, 4, 1);
const found = (text: string) =>
  findPeriods(text, { today }).map(({ kind, from, to }) =>
    from === to ? `${kind} ${from}` : `${kind} ${from}-${to}`,
  );

describe('periods in a text', () => {
  it.each([
    ['到2025年', ['year 2025']],
    ['2025年末、2025年底', ['year 2025', 'year 2025']],
    ['２０２５年', ['year 2025']],
    ['二〇三五年', ['year 2035']],
    ['2021-2025年', ['range 2021-2025']],
    ['2021—2025', ['range 2021-2025']],
    ['2021-25年', ['range 2021-2025']],
    ['2026年至2030年', ['range 2026-2030']],
    ['between 2021 and 2025', ['range 2021-2025']],
    ['2020、2023和2025年', ['year 2020', 'year 2023', 'year 2025']],
    ['“十三五”期间', ['plan 2016-2020']],
    ['十四五', ['plan 2021-2025']],
    ['“十五五”时期', ['plan 2026-2030']],
    ['“十二五”', ['plan 2011-2015']],
    ['第十四个五年规划', ['plan 2021-2025']],
    ['十四五末', ['planEnd 2025']],
    ['“十四五”期末', ['planEnd 2025']],
    ['“十四五”规划末期', ['planEnd 2025']],
    ['“十五五”末年', ['planEnd 2030']],
    ['the 14th Five-Year Plan period', ['plan 2021-2025']],
    ['the end of the 14th FYP', ['planEnd 2025']],
    ['今年、明年和去年', ['relative 2026', 'relative 2027', 'relative 2025']],
    ['next year', ['relative 2027']],
    ['by 2025 and in FY2020', ['year 2025', 'year 2020']],
    ['2025', ['year 2025']],
    ['1．2020年', ['year 2020']],
    ['2025-06-01', ['year 2025']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(['2000家', '2000 亿元', '2025.5', '12025', '第一年', '十五家', '2,025', '1.2025', ''])(
    'sees none in %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it('leaves this year out when it is not told the date', () => {
    expect(findPeriods('今年和2025年').map((span) => span.raw)).toEqual(['2025年']);
  });

  it('gives offsets into the text as it was given', () => {
    const text = '由２０２０年到“十四五”末';
    for (const span of findPeriods(text)) expect(text.slice(span.start, span.end)).toBe(span.raw);
    expect(findPeriods(text).map((span) => span.raw)).toEqual(['２０２０年', '“十四五”末']);
  });
});
