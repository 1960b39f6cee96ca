import { describe, expect, it } from 'vitest';
import { matchesIndicator } from '../../src/evaluation/matches-indicator.js';
import { scoreIndicators } from '../../src/evaluation/score-indicators.js';
import { buildChecked, buildIndicator } from './build.js';

describe('an extracted row', () => {
  const checked = buildChecked({ name: '全市金融机构存款余额' });

  it.each([
    ['the same', {}],
    ['in another unit of its kind', { value: 0.5, unit: '万亿元' }],
    ['called in part', { name: '存款余额' }],
    ['a forecast for a target', { kind: 'forecast' as const }],
    ['about for exactly', { comparator: '~' as const }],
  ])('counts when it is %s', (_, given) => {
    expect(matchesIndicator(buildIndicator(given), checked)).toBe(true);
  });

  it.each([
    ['another plan', { planId: 'plan-b' }],
    ['another year', { year: 2030 }],
    ['another amount', { value: 5001 }],
    ['another unit', { unit: '亿美元' }],
    ['a bound for a value', { comparator: '>=' as const }],
    ['an actual figure for a target', { kind: 'actual' as const }],
    ['another name', { name: '贷款规模' }],
  ])('does not count with %s', (_, given) => {
    expect(matchesIndicator(buildIndicator(given), checked)).toBe(false);
  });

  it('may leave the sign of a fall out, and needs no year where nobody wrote one', () => {
    const fall = buildChecked({
      name: '上市企业市值降幅',
      value: 8.71,
      unit: '%',
      kind: 'growth',
      year: null,
    });
    const row = { name: '上市企业市值下降', value: -8.71, unit: '%', kind: 'actual' as const, year: 2020 };
    expect(matchesIndicator(buildIndicator(row), fall)).toBe(true);
  });

  it('wants both ends of a range', () => {
    const range = buildChecked({ value: 8, value_max: 12, unit: '家', op: 'range' });
    const row = { value: 8, unit: '家', comparator: 'range' as const };
    expect(matchesIndicator(buildIndicator({ ...row, valueMax: 12 }), range)).toBe(true);
    expect(matchesIndicator(buildIndicator({ ...row, valueMax: 10 }), range)).toBe(false);
  });

  it('is a goal in words when the words are the same', () => {
    const goal = buildChecked({ name: '绿色信贷', raw: '达到领先水平', value: null, unit: null });
    const row = { name: '绿色信贷', value: null, unit: '' };
    expect(matchesIndicator(buildIndicator({ ...row, text: '达到领先水平。' }), goal)).toBe(true);
    expect(matchesIndicator(buildIndicator({ ...row, text: '基本建成' }), goal)).toBe(false);
  });
});

describe('the figures of an extraction', () => {
  it('count a row for one mention only, and every true row as right', () => {
    const twice = [buildChecked({}), buildChecked({ source: 'prose' })];
    const { figures, missed } = scoreIndicators([buildIndicator({})], twice);
    expect(figures.all).toEqual({ recall: { found: 1, of: 2 }, precisionProxy: { found: 1, of: 1 } });
    expect(missed).toHaveLength(1);
  });

  it('tell tables, prose and targets in prose apart, and leave other plans out', () => {
    const rows = [
      buildIndicator({}),
      buildIndicator({ source: 'prose', name: '上市企业' }),
      buildIndicator({ planId: 'plan-b' }),
    ];
    const { figures, unmatched } = scoreIndicators(rows, [
      buildChecked({}),
      buildChecked({ source: 'prose', kind: 'actual', name: '保费收入' }),
    ]);
    expect(figures.table).toEqual({ recall: { found: 1, of: 1 }, precisionProxy: { found: 1, of: 1 } });
    expect(figures.prose).toEqual({ recall: { found: 0, of: 1 }, precisionProxy: { found: 0, of: 1 } });
    expect(figures.proseTargets.recall.of).toBe(0);
    expect(unmatched.map((row) => row.name)).toEqual(['上市企业']);
  });

  it('give a row to the mention that no other row stands for', () => {
    const loose = buildChecked({ name: '存款余额', year: null });
    const strict = buildChecked({ name: '存款余额', year: 2025 });
    const rows = [buildIndicator({ year: 2025 }), buildIndicator({ year: 2030 })];
    expect(scoreIndicators(rows, [loose, strict]).missed).toEqual([]);
  });
});
