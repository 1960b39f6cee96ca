import { expect, it } from 'vitest';
import { findingInEnglish } from '../../src/answer/finding-in-english.js';

const growth = {
  kind: 'growth',
  stated: '2020年6.5%以上',
  computed: '4.27%',
  note: '2015年100亿元到2020年123.26亿元：(123.26亿元 / 100亿元)^(1/5) − 1 = 4.27%，与所列2020年6.5%以上不符。',
};

it('what the audit found is told in English, with its arithmetic', () => {
  const told = findingInEnglish(growth);
  expect(told).toMatch(/states .*6\.5%.*\(2020\), while its other figures make it 4\.27%/);
  expect(told).toContain('(123.26亿元 / 100亿元)^(1/5) − 1 = 4.27%');
  expect(told).not.toContain('不符');
});

it('a heading that differs from the contents page keeps the plan’s words', () => {
  const told = findingInEnglish({ kind: 'title', stated: '“甲”工程', computed: '乙工程', note: '不同' });
  expect(told).toBe('the contents page has “甲”工程, the heading 乙工程');
});
