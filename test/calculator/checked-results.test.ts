import { describe, expect, it } from 'vitest';
import { calculate } from '../../src/calculator/calculate.js';
import { operandOf } from './operand-of.js';

/** Sums that people asked of plans, with results that were worked out by hand. */
const checked: [string, string[], number, string, Record<string, unknown>?][] = [
  ['cagr', ['4.37万亿元@2020', '6.5万亿元@2025'], 8.26, '%'],
  ['convert', ['6.5万亿元'], 65000, '亿元', { unit: '亿元' }],
  ['implied_total', ['2800亿元', '12%'], 23333.33, '亿元'],
  ['growth', ['50家@2023', '120家@2025'], 140, '%'],
  ['sum', ['5家', '10家', '20家'], 35, '家'],
  ['difference', ['200家@2023', '120家@2020'], 80, '家'],
  ['difference', ['80家', '35家'], 45, '家'],
  [
    'average',
    ['3651元/平方米', '2229元/平方米', '1800元/平方米', '1700元/平方米', '1599元/平方米', '1345元/平方米'],
    2054,
    '元/平方米',
  ],
  ['interpolate', ['100亿元@2021', '170亿元@2023'], 135, '亿元', { year: 2022 }],
  ['required_growth', ['724万美元@2025', '4200万美元@2030'], 42.14, '%'],
  ['share', ['202亿元', '569.95亿元'], 35.44, '%'],
  ['implied_total', ['104.88亿元', '9.6%'], 1092.5, '亿元'],
  ['sum', ['17.39公里', '3.09公里'], 20.48, '公里'],
  ['difference', ['15家@2030', '6家@2026'], 9, '家'],
  ['interpolate', ['550亿元@2026', '1500亿元@2030'], 1025, '亿元', { year: 2028 }],
  ['cagr', ['122亿元@2015', '198亿元@2019'], 12.87, '%'],
  ['difference', ['12.53%@2020', '10.78%@2015'], 1.75, '个百分点'],
  ['share', ['245家', '257家'], 95.33, '%'],
  ['ratio', ['6.5万亿元', '5000亿元'], 13, '倍'],
  ['before_change', ['113家@2020', '48家'], 65, '家', { year: 2015 }],
  ['before_change', ['25.79亿元@2025', '23.3%'], 20.92, '亿元', { year: 2024 }],
  ['before_change', ['86万人次@2020', '31.7%'], 125.92, '万人次', { direction: 'fall' }],
  ['before_change', ['178.34%@2020', '93个百分点'], 85.34, '%'],
  ['before_change', ['71.4%@2025', '3.6个百分点'], 75, '%', { direction: 'fall', of: 'target' }],
  ['before_change', ['412.6亿元', '1.7倍'], 242.71, '亿元'],
  ['before_change', ['14386元@2020', '9.2%'], 9264.6, '元', { periods: 5 }],
  ['evaluate', [], 18.7, '', { expression: '(2800亿元 / 12%) / (287亿元 / 23%)' }],
  ['share', ['25亿元@2030', '85.04亿元@2025'], 29.4, '%'],
];

describe('sums that people asked of plans', () => {
  it.each(checked)('%s of %j is %f%s', (operation, figures, value, unit, options) => {
    const operands = figures.map((figure) => operandOf(figure));
    const { result } = calculate({ operation, operands, ...(options ? { options } : {}) });
    expect(Math.abs(result.value - value)).toBeLessThanOrEqual(Math.abs(value) * 0.005);
    if (unit !== '') expect(result.unit).toBe(unit);
  });

  it('take less than five milliseconds each', () => {
    const rounds = 20;
    const started = performance.now();
    for (let round = 0; round < rounds; round += 1)
      for (const [operation, figures, , , options] of checked)
        calculate({
          operation,
          operands: figures.map((figure) => operandOf(figure)),
          ...(options ? { options } : {}),
        });
    expect((performance.now() - started) / (rounds * checked.length)).toBeLessThan(5);
  });
});
