import { describe, expect, it } from 'vitest';
import { originalPlans, readOriginal } from '../../setup/original-plans.js';
import { audited, told } from './audited.js';

/** What a careful reader finds in the plans, by plan. */
const known: Record<string, string[]> = {
  'xining-finance-2021-2025': [
    'growth, contradiction: 2020年56.42% ≠ -75.41%',
    'growth, contradiction: 2020年5.36% ≠ 4.27%',
    'growth, contradiction: 2020年6.71% ≠ 5.33%',
    'parts, definition: 257家 ≠ 256家',
  ],
  'changjiahui-finance-2021-2025': [
    'prose_table, contradiction: 2025年50家 ≠ 2025年31家',
    'share, contradiction: 2025年23% ≠ 22.08%',
    'growth, contradiction: 2025年6.5% ≠ 9.83%',
  ],
  'chengdu-finance-2021-2025': ['growth, rounding: 2025年9% ≠ 9.6%'],
  'lhasa-etdz-2026-2030': [
    'growth, definition: 2030年7%以上 ≠ 6.25%',
    'growth, definition: 2030年5% ≠ 42.14%',
    'unit, contradiction: 2030年1.02%以上 ≠ 1.02（无量纲）',
    'count, contradiction: 三组团 ≠ 四组团',
  ],
  'lhasa-financial-district-2024-2030': ['prose_table, definition: 2024年3家 ≠ 4家'],
};

describe.runIf(originalPlans.size > 0)('the audit of whole plans', () => {
  it.each(Object.entries(known))('finds what does not agree in %s, and quotes it', (planId, expected) => {
    const { findings, passages, took } = audited(readOriginal(planId), planId);
    expect(findings.map(told)).toEqual(expect.arrayContaining(expected));
    for (const { quotes } of findings) {
      expect(quotes.length).toBeGreaterThan(0);
      for (const { passageId, quote } of quotes)
        expect(passages.find((one) => one.passageId === passageId)?.text).toContain(quote);
    }
    expect(new Set(findings.map(({ findingId }) => findingId)).size).toBe(findings.length);
    expect(took).toBeLessThan(2000);
  });
});
