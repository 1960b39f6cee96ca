import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculate } from '../../src/calculator/calculate.js';
import { PlanbotError } from '../../src/errors.js';
import { operandOf } from './operand-of.js';

const named = ['增加值:2800亿元@2025', '户数:20万户', '占比:12%'];

function evaluate(expression: string, unit?: string) {
  const options = unit === undefined ? { expression } : { expression, unit };
  return calculate({ operation: 'evaluate', operands: named.map(operandOf), options });
}

describe('an expression', () => {
  it.each([
    ['1 + 2 × 3', 7, ''],
    ['(1 + 2) * 3', 9, ''],
    ['2^3^2', 512, ''],
    ['2**3', 8, ''],
    ['-2^2', -4, ''],
    ['２ × ３', 6, ''],
    ['10 − 4 − 3', 3, ''],
    ['1,200 / 4', 300, ''],
    ['(6.5/4.37)^(1/5) − 1', 0.0826457713, ''],
    ['2800亿元 / 12%', 23333.3333333, '亿元'],
    ['增加值 / 占比', 23333.3333333, '亿元'],
    ['增加值/户数', 140, '万元/户'],
    ['100亿元 × (1 + 6%)^5', 133.82255776, '亿元'],
    ['2亿元 + 3000万元', 2.3, '亿元'],
    ['12% − 11.9%', 0.1, '个百分点'],
    ['12% + 3个百分点', 15, '%'],
    ['12% × 50%', 0.06, ''],
    ['5家 + 3个', 8, '家'],
    ['6.8元/平方米/天 × 100平方米 × 365天', 248200, '元'],
  ])('%s', (expression, value, unit) => {
    const { result } = evaluate(String(expression));
    expect(result.unit).toBe(unit);
    expect(result.value).toBeCloseTo(Number(value), 6);
  });

  it('comes in the unit asked for', () => {
    expect(evaluate('(6.5/4.37)^(1/5) − 1', '%').result).toMatchObject({ unit: '%' });
    expect(evaluate('增加值 / 户数', '元/户').result).toEqual({ value: 1400000, unit: '元/户' });
  });

  it('puts figures for names in the formula', () => {
    expect(evaluate('(增加值+200亿元)/占比').formula).toBe('(2800亿元 + 200亿元) / 12%');
  });

  it('lists numbers that have no source as constants', () => {
    const { inputs } = evaluate('增加值 × 2');
    expect(inputs.at(-1)).toMatchObject({ value: 2, source: 'constant' });
  });
});

describe('what is no arithmetic', () => {
  it.each([
    ['1 / 0', /divisor is zero/],
    ['1 / (2 − 2)', /divisor is zero/],
    ['0^-1', /no power/],
    ['(-8)^(1/3)', /no power/],
    ['9^9^9', /exponent/],
    ['2^', /breaks off at its end/],
    ['* 3', /breaks off at \*/],
    ['1 2', /breaks off at 2/],
    ['(1', /not closed/],
    ['1)', /breaks off at \)/],
    ['增加值 + 户数', /万户 cannot be added to 亿元/],
    ['增加值 × 户数', /no unit of anything/],
    ['2^增加值', /exponent.*亿元/],
    ['保费 / 2', /保费.*增加值, 户数, 占比/],
    ['process.exit(1)', /process/],
    ['constructor', /constructor/],
    ['__proto__', /__proto__/],
    ['a => a', /a => a/],
    ['增加值[0]', /\[0\]/],
    ['1; 2', /; 2/],
    ['`1`', /`1`/],
    ['1e5', /e5/],
    ['0x10', /x10/],
    ['9'.repeat(40), /neither/],
    ['1+'.repeat(5000), /10000 characters.*500/],
    [`${'('.repeat(200)}1${')'.repeat(200)}`, /deep/],
    [`${'-'.repeat(200)}1`, /deep/],
  ])('%s is refused', (expression, message) => {
    expect(() => evaluate(expression)).toThrow(PlanbotError);
    expect(() => evaluate(expression)).toThrow(message);
  });

  it('does not let two operands share a name, nor a name be a number', () => {
    const twice = ['甲:1家', '甲:2家'].map(operandOf);
    expect(() =>
      calculate({ operation: 'evaluate', operands: twice, options: { expression: '甲' } }),
    ).toThrow(/甲/);
    const numeric = [operandOf('1:5家')];
    expect(() =>
      calculate({ operation: 'evaluate', operands: numeric, options: { expression: '1' } }),
    ).toThrow(/name/);
  });
});

describe('random expressions', () => {
  const pieces = [
    '1',
    '0',
    '2.5',
    '12%',
    '3亿元',
    '增加值',
    '占比',
    '户数',
    '家',
    ' ',
    '+',
    '-',
    '*',
    '/',
    '^',
    '(',
    ')',
  ];
  const hostile = [
    'constructor',
    'eval',
    '=>',
    '[',
    '`',
    ';',
    '.',
    '\\u0061',
    '\n',
    'this',
    '{}',
    '"x"',
    '💥',
  ];
  const expression = fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...pieces) },
        fc.constantFrom(...hostile),
        fc.string({ maxLength: 3 }),
      ),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map((parts) => parts.join(''));

  it('end in a finite number or in a clear error, and reach nothing else', () => {
    const before = Object.keys(globalThis).length;
    fc.assert(
      fc.property(expression, (text) => {
        try {
          const { result } = evaluate(text);
          expect(Number.isFinite(result.value)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(PlanbotError);
        }
      }),
      { numRuns: 10_000 },
    );
    expect(Object.keys(globalThis).length).toBe(before);
  });

  it('agree with ordinary arithmetic', () => {
    const number = fc.integer({ min: 1, max: 999 });
    const sign = fc.constantFrom('+', '-', '*', '/');
    fc.assert(
      fc.property(number, sign, number, sign, number, (a, first, b, second, c) => {
        const value = evaluate(`${a} ${first} ${b} ${second} ${c}`).result.value;
        const expected = ordinary(a, first, b, second, c);
        expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
      }),
      { numRuns: 300 },
    );
  });
});

function ordinary(a: number, first: string, b: number, second: string, c: number): number {
  const binds = (sign: string) => sign === '*' || sign === '/';
  return binds(second) && !binds(first)
    ? apply(a, first, apply(b, second, c))
    : apply(apply(a, first, b), second, c);
}

function apply(a: number, sign: string, b: number): number {
  if (sign === '+') return a + b;
  if (sign === '-') return a - b;
  return sign === '*' ? a * b : a / b;
}
