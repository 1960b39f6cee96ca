import { describe, expect, it } from 'vitest';
import { calculate } from '../../src/calculator/calculate.js';
import { operations } from '../../src/calculator/operations.js';
import { PlanbotError } from '../../src/errors.js';
import { CalculationInput } from '../../src/records.js';
import { operandOf } from './operand-of.js';

function run(operation: string, operands: string[], options: Record<string, unknown> = {}) {
  return calculate({ operation, operands: operands.map(operandOf), options });
}

type Case = [string, string[], Record<string, unknown>, number, string];

const results: Case[] = [
  ['difference', ['12%', '11.9%'], {}, 0.1, '个百分点'],
  ['difference', ['51.6%', '40.8个百分点'], {}, 10.8, '%'],
  ['difference', ['8‰', '0.5%'], {}, 0.3, '个百分点'],
  ['difference', ['4.37万亿元@2020', '6.5万亿元@2025'], {}, 2.13, '万亿元'],
  ['difference', ['48家', '40家'], {}, 8, '家'],
  ['difference', ['2亿元', '5000万元'], {}, 1.5, '亿元'],
  ['growth', ['50家@2023', '120家@2025'], {}, 140, '%'],
  ['growth', ['8亿元', '6亿元'], {}, -25, '%'],
  ['cagr', ['2114.81亿元@2020', '2800亿元@2025'], {}, 5.773612, '%'],
  ['cagr', ['4.37万亿元@2020', '65000亿元@2025'], {}, 8.264577, '%'],
  ['cagr', ['122亿元', '198亿元'], { periods: 4 }, 12.869431, '%'],
  ['required_growth', ['724万美元@2025', '4200万美元@2030'], {}, 42.135364, '%'],
  ['project', ['100亿元@2020', '10%'], { year: 2022 }, 121, '亿元'],
  ['project', ['100亿元', '-10%'], { periods: 2 }, 81, '亿元'],
  ['interpolate', ['100亿元@2021', '170亿元@2023'], { year: 2022 }, 135, '亿元'],
  ['interpolate', ['100亿元@2021', '400亿元@2023'], { year: 2022, path: 'geometric' }, 200, '亿元'],
  ['progress', ['120家@2020', '300家@2025', '210家@2023'], {}, 50, '%'],
  ['progress', ['2%@2020', '1%@2025', '1.25%@2022'], {}, 75, '%'],
  ['share', ['202亿元', '569.95亿元'], {}, 35.441705, '%'],
  ['share', ['5000万元', '2亿元'], {}, 25, '%'],
  ['implied_total', ['2800亿元', '12%'], {}, 23333.333333, '亿元'],
  ['implied_part', ['2万亿元', '12%'], {}, 0.24, '万亿元'],
  ['ratio', ['6.5万亿元', '5000亿元'], {}, 13, '倍'],
  ['per_unit', ['2亿元', '15.4万平方米'], {}, 1298.701299, '元/平方米'],
  ['per_unit', ['90亿元', '10平方公里'], {}, 9, '亿元/平方公里'],
  ['per_unit', ['3亿元', '1500亩'], { unit: '万元/亩' }, 20, '万元/亩'],
  ['per_unit', ['12万件', '400万人'], { unit: '件/万人' }, 300, '件/万人'],
  ['sum', ['100亿元', '2000万元', '0.3亿元'], {}, 100.5, '亿元'],
  ['sum', ['1亿元', '1万元'], { unit: '万元' }, 10001, '万元'],
  ['sum', ['5家', '3个'], {}, 8, '家'],
  ['average', ['3651元/平米', '2229元/平米'], {}, 2940, '元/平方米'],
  ['weighted_average', ['8%', '3亿元', '4%', '1亿元'], {}, 7, '%'],
  ['convert', ['6.5万亿元'], { unit: '亿元' }, 65000, '亿元'],
  ['convert', ['15亩'], { unit: 'hectares' }, 1, '公顷'],
  ['convert', ['100亿美元', '7元/美元'], { unit: '亿元' }, 700, '亿元'],
  ['convert', ['700亿元', '7元/美元'], { unit: '亿美元' }, 100, '亿美元'],
  ['compare', ['6.5万亿元', '5000亿元'], {}, 6, '万亿元'],
  ['rank', ['5000亿元', '4.37万亿元', '3431亿元'], {}, 43700, '亿元'],
  ['rank', ['5%', '3%'], { order: 'ascending' }, 3, '%'],
  ['elasticity', ['9%', '6%'], {}, 1.5, ''],
  ['elasticity', ['100亿元', '120亿元', '50家', '55家'], {}, 2, ''],
];

describe('what each operation yields', () => {
  it.each(results)('%s of %j %j', (operation, operands, options, value, unit) => {
    const { result } = run(operation, operands, options);
    expect(result.unit).toBe(unit);
    expect(result.value).toBeCloseTo(value, 5);
  });

  it('keeps at least six digits of a small result', () => {
    expect(run('share', ['1元', '3亿元']).result.value).toBeCloseTo(3.333333333e-7, 15);
  });

  it('has an example and a description for every operation', () => {
    for (const [name, { description, example }] of Object.entries(operations)) {
      expect(example.startsWith(`${name} `)).toBe(true);
      expect(description.length).toBeGreaterThan(20);
    }
  });
});

describe('what is shown of a calculation', () => {
  it('writes the figures into the formula and counts the years', () => {
    const { formula, inputs, working } = run('cagr', ['增加值:2114.81亿元@2020', '增加值:2800亿元@2025']);
    expect(formula).toBe('(2800 / 2114.81)^(1/5) − 1');
    expect(inputs.map(({ value, source }) => [value, source])).toEqual([
      [2114.81, 'user'],
      [2800, 'user'],
      [5, 'count'],
    ]);
    expect(working).toEqual({
      zh: '2020年增加值2,114.81亿元，2025年增加值2,800亿元，共5年，年均复合增长5.77%',
      en: '增加值 2020: RMB 211.481 billion; 增加值 2025: RMB 280 billion; over 5 years compound annual growth of 5.77%',
    });
  });

  it('gives inputs that fit the answer record', () => {
    for (const input of run('sum', ['1亿元', '1万元']).inputs) {
      expect(CalculationInput.strict().parse(input)).toEqual(input);
    }
  });

  it('names the unit factor that it used', () => {
    const factor = run('sum', ['1亿元', '1万亿元']).inputs.find(({ source }) => source === 'constant');
    expect(factor).toMatchObject({ name: '1 万亿元', value: 10000, unit: '亿元' });
  });

  it('says at least when the target is a lower bound', () => {
    const outcome = run('cagr', ['4.37万亿元@2020', '存款:6.5万亿元以上@2025']);
    expect(outcome.comparator).toBe('>=');
    expect(outcome.notes).toEqual(['存款是界限值，结果为下限。']);
  });

  it('says at most when the base is a lower bound', () => {
    expect(run('share', ['5家', '20家以上']).comparator).toBe('<=');
  });

  it('says about when bounds pull both ways', () => {
    expect(run('difference', ['超过8家', '5家以上']).comparator).toBe('~');
    expect(run('sum', ['约8家', '5家']).comparator).toBe('~');
  });

  it('compares progress with both paths', () => {
    const { notes } = run('progress', ['100家@2020', '400家@2024', '220家@2022']);
    expect(notes).toEqual([
      '按直线路径，2022年应为250家，落后30家。',
      '按等速路径，2022年应为200家，领先20家。',
    ]);
  });

  it('knows that less is more where the target is a fall', () => {
    const { notes } = run('progress', ['2%@2020', '1%@2024', '1.4%@2022']);
    expect(notes[0]).toContain('领先');
  });

  it('writes notes in English when asked', () => {
    const operands = ['120家', '300家', '200家'].map(operandOf);
    const { notes } = calculate({ operation: 'progress', operands, language: 'en' });
    expect(notes).toEqual(['Not all years are known, so it is not compared with a path.']);
  });

  it('warns of a part above its whole, of rates added up, and of different years', () => {
    expect(run('share', ['6家', '5家']).notes).toHaveLength(1);
    expect(run('sum', ['6%', '5%']).notes).toHaveLength(1);
    expect(run('share', ['5家@2020', '6家@2021']).notes).toHaveLength(1);
  });

  it('calls a fall a fall', () => {
    expect(run('growth', ['8亿元', '6亿元']).working.zh).toContain('下降25%');
  });
});

type Refusal = [string, string[], Record<string, unknown>, RegExp];

const refusals: Refusal[] = [
  ['growth', ['0家', '5家'], {}, /0 家.*greater than zero/],
  ['growth', ['-3亿元', '5亿元'], {}, /-3 亿元/],
  ['growth', ['5家@2025', '8家@2020'], {}, /8 家, 2020.*before the baseline.*5 家, 2025/],
  ['cagr', ['5家@2020', '8家@2020'], {}, /same year/],
  ['cagr', ['5家@2025', '8家@2020'], {}, /before the baseline/],
  ['cagr', ['5家', '8家'], {}, /needs the year/],
  ['cagr', ['5家', '8家'], { periods: 0 }, /periods/],
  ['cagr', ['5家@2020', '0家@2025'], {}, /0 家, 2025.*greater than zero/],
  ['cagr', ['5家@2020', '8亿元@2025'], {}, /亿元.*家/],
  ['cagr', ['5家@2020'], {}, /operands/],
  ['required_growth', ['5家@2025', '8家@2025'], {}, /same year/],
  ['project', ['5家@2025', '6%'], {}, /periods.*year/],
  ['project', ['5家@2025', '6%'], { year: 2024 }, /2024 is not after/],
  ['project', ['5家', '6%'], { year: 2024 }, /needs the year/],
  ['project', ['5家@2025', '6家'], { periods: 2 }, /no rate.*6%/],
  ['project', ['5家@2025', '-100%'], { periods: 2 }, /above −100%/],
  ['interpolate', ['5家@2020', '8家@2025'], { year: 2019 }, /before the baseline/],
  ['interpolate', ['5家@2020', '8家@2025'], { year: 2026 }, /project goes beyond/],
  ['interpolate', ['0家@2020', '8家@2025'], { year: 2022, path: 'geometric' }, /greater than zero/],
  ['interpolate', ['5家@2020', '8家@2025'], {}, /year/],
  ['interpolate', ['5家@2020', '8家@2025'], { year: 2022, path: 'cubic' }, /path/],
  ['progress', ['5家', '5家', '6家'], {}, /no way to go/],
  ['progress', ['5家@2020', '9家@2025', '6家@2019'], {}, /before the baseline/],
  ['share', ['5家', '0家'], {}, /0 家/],
  ['share', ['5家', '2亿元'], {}, /亿元.*家/],
  ['implied_total', ['5亿元', '0%'], {}, /greater than zero/],
  ['implied_total', ['5亿元', '12'], {}, /12%/],
  ['ratio', ['5家', '0家'], {}, /not be zero/],
  ['ratio', ['5家', '2亿元'], {}, /亿元.*家/],
  ['per_unit', ['5亿元', '2亿元'], {}, /use ratio/],
  ['per_unit', ['5亿元', '0亩'], {}, /not be zero/],
  ['per_unit', ['5亿元', '2亩'], { unit: '元/人' }, /元\/人/],
  ['sum', ['5亿元', '2家'], {}, /家.*亿元/],
  ['sum', ['5亿元', '2亿美元'], {}, /exchange rate/],
  ['sum', ['5亿元', '2'], {}, /without a unit/],
  ['sum', [], {}, /operands/],
  ['weighted_average', ['5%', '2家', '3%'], {}, /2 figures have 1 weights/],
  ['weighted_average', ['5%', '-2家', '3%', '4家'], {}, /negative weight/],
  ['weighted_average', ['5%', '0家', '3%', '0家'], {}, /All weights are zero/],
  ['convert', ['5亿元'], { unit: '家' }, /亿元.*家/],
  ['convert', ['5亿美元'], { unit: '亿元' }, /exchange rate/],
  ['convert', ['5亿美元', '7元/人'], { unit: '亿元' }, /does not lead from 亿美元 to 亿元/],
  ['convert', ['5亿美元', '0元/美元'], { unit: '亿元' }, /greater than zero/],
  ['convert', ['5亿元'], { unit: 'foo' }, /foo is no unit/],
  ['convert', ['5亿元'], {}, /unit/],
  ['compare', ['5亿元', '2%'], {}, /%.*亿元/],
  ['rank', ['5亿元', '2%'], {}, /%.*亿元/],
  ['elasticity', ['5%', '0%'], {}, /zero/],
  ['elasticity', ['5家', '6家'], {}, /no growth rate/],
  ['elasticity', ['5%', '6%', '7%'], {}, /operands/],
  ['difference', ['3个百分点', '12%'], {}, /%.*个百分点/],
  ['difference', ['5家', '6家'], { foo: 1 }, /foo/],
  ['abracadabra', ['5家'], {}, /no operation abracadabra.*difference/],
  ['constructor', ['5家'], {}, /no operation constructor/],
];

describe('what does not add up', () => {
  it.each(refusals)('%s of %j %j is refused with the way out', (operation, operands, options, message) => {
    const attempt = () => run(operation, operands, options);
    expect(attempt).toThrow(PlanbotError);
    expect(attempt).toThrow(message);
  });

  it('does not state a result that is too large for a number', () => {
    const huge = { ...operandOf('1亿元@2020'), value: 1e300 };
    const rate = { ...operandOf('1%'), value: 1e10 };
    const attempt = () =>
      calculate({ operation: 'project', operands: [huge, rate], options: { periods: 200 } });
    expect(attempt).toThrow(/too large/);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('does not take %s for a figure', (value) => {
    const operands = [{ ...operandOf('1家'), value }, operandOf('2家')];
    expect(() => calculate({ operation: 'sum', operands })).toThrow(PlanbotError);
  });
});
