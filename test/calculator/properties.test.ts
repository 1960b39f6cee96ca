import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculate } from '../../src/calculator/calculate.js';
import type { Operand } from '../../src/calculator/operand.js';
import { operations } from '../../src/calculator/operations.js';
import { PlanbotError } from '../../src/errors.js';

const runs = { numRuns: 150 };
const positive = fc.double({ noNaN: true, min: 0.01, max: 1e9 });
const money = fc.constantFrom('万元', '亿元', '万亿元');

function figure(value: number, unit: string, year: number | null = null): Operand {
  return { name: '甲', value, unit, year, source: 'user', citation: null };
}

function close(actual: number, expected: number, relative = 1e-8): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.max(Math.abs(expected), 1e-9));
}

describe('what holds for any figures', () => {
  it('growing at the compound rate leads to the end again', () => {
    const span = fc.integer({ min: 1, max: 30 });
    // A fall to a millionth leaves a rate so close to −100% that its digits run out.
    const plausible = fc.double({ noNaN: true, min: 1, max: 1e5 });
    fc.assert(
      fc.property(plausible, plausible, span, money, (start, end, years, unit) => {
        const operands = [figure(start, unit, 2000), figure(end, unit, 2000 + years)];
        const rate = calculate({ operation: 'cagr', operands }).result;
        const again = calculate({
          operation: 'project',
          operands: [figure(start, unit, 2000), figure(rate.value, rate.unit)],
          options: { periods: years },
        });
        close(again.result.value, end, 1e-6);
      }),
      runs,
    );
  });

  it('both paths meet both ends', () => {
    const path = fc.constantFrom('linear', 'geometric');
    fc.assert(
      fc.property(positive, positive, path, (start, end, way) => {
        const operands = [figure(start, '亿元', 2020), figure(end, '亿元', 2027)];
        const at = (year: number) =>
          calculate({ operation: 'interpolate', operands, options: { year, path: way } }).result.value;
        close(at(2020), start);
        close(at(2027), end);
        const between = at(2023);
        expect(between).toBeGreaterThanOrEqual(Math.min(start, end) * (1 - 1e-9));
        expect(between).toBeLessThanOrEqual(Math.max(start, end) * (1 + 1e-9));
      }),
      runs,
    );
  });

  it('shares of all parts come to a hundred', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(positive, money), { minLength: 1, maxLength: 8 }), (parts) => {
        const operands = parts.map(([value, unit]) => figure(value, unit));
        const whole = calculate({ operation: 'sum', operands }).result;
        const shares = operands.map(
          (part) =>
            calculate({ operation: 'share', operands: [part, figure(whole.value, whole.unit)] }).result.value,
        );
        close(
          shares.reduce((a, b) => a + b, 0),
          100,
        );
      }),
      runs,
    );
  });

  it('part, whole and share give each other', () => {
    fc.assert(
      fc.property(positive, positive, (part, whole) => {
        const share = calculate({
          operation: 'share',
          operands: [figure(part, '亿元'), figure(whole, '亿元')],
        });
        const ratio = figure(share.result.value, '%');
        const total = calculate({ operation: 'implied_total', operands: [figure(part, '亿元'), ratio] });
        const piece = calculate({ operation: 'implied_part', operands: [figure(whole, '亿元'), ratio] });
        close(total.result.value, whole);
        close(piece.result.value, part);
      }),
      runs,
    );
  });

  it('converting there and back changes nothing', () => {
    fc.assert(
      fc.property(positive, money, money, (value, from, to) => {
        const there = calculate({
          operation: 'convert',
          operands: [figure(value, from)],
          options: { unit: to },
        });
        const back = {
          operation: 'convert',
          operands: [figure(there.result.value, to)],
          options: { unit: from },
        };
        close(calculate(back).result.value, value);
      }),
      runs,
    );
  });

  it('no operation yields NaN or infinity, whatever goes in', () => {
    const operand = fc.record({
      name: fc.string({ maxLength: 5 }),
      value: fc.oneof(fc.double(), fc.constantFrom(0, -1, 1, 1e308, 5e-324)),
      unit: fc.constantFrom('', '%', '亿元', '家', '亿美元', '元/美元', '平方米', 'foo', '个百分点'),
      year: fc.option(fc.integer({ min: 2010, max: 2040 })),
      source: fc.constant('user' as const),
      citation: fc.constant(null),
    });
    const options = fc.constantFrom(
      {},
      { year: 2025 },
      { periods: 200 },
      { unit: '亿元' },
      { expression: 'a/b' },
    );
    const names = fc.constantFrom(...Object.keys(operations));
    fc.assert(
      fc.property(names, fc.array(operand, { maxLength: 4 }), options, (operation, operands, given) => {
        try {
          const { result, formula } = calculate({ operation, operands, options: given });
          expect(Number.isFinite(result.value)).toBe(true);
          expect(formula).not.toMatch(/NaN|Infinity/);
        } catch (error) {
          expect(error).toBeInstanceOf(PlanbotError);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
