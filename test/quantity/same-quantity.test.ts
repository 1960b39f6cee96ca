import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../src/quantity/parse-quantity.js';
import { isRoundingOf, sameQuantity } from '../../src/quantity/same-quantity.js';
import type { Quantity } from '../../src/records.js';

function quantity(text: string): Quantity {
  const parsed = parseQuantity(text);
  if (!parsed) throw new Error(`${text} is no quantity`);
  return parsed;
}

describe('the same quantity', () => {
  it.each([
    ['6.5万亿元', '65000亿元', true],
    ['12%', '12.0%', true],
    ['5家', '5个', true],
    ['8-12家', '8—12个', true],
    ['RMB 650 billion', '6500亿元', true],
    ['1/4', '25%', true],
    ['2.46万户', '24600户', true],
    ['5家', '5人', false],
    ['5家', '6家', false],
    ['8-12家', '8家', false],
    ['12%', '12个百分点', false],
    ['2亿元', '2亿美元', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameQuantity(quantity(a), quantity(b))).toBe(same);
    expect(sameQuantity(quantity(b), quantity(a))).toBe(same);
  });

  it('allows the relative tolerance that is asked for', () => {
    const [a, b] = [quantity('5.77%'), quantity('5.8%')];
    expect(sameQuantity(a, b)).toBe(false);
    expect(sameQuantity(a, b, { tolerance: 0.01 })).toBe(true);
  });

  it('looks at comparators as strictly as asked', () => {
    const [above, least, plain] = [quantity('超过600家'), quantity('600家以上'), quantity('600家')];
    expect(sameQuantity(above, plain)).toBe(true);
    expect(sameQuantity(above, least, { comparators: 'loose' })).toBe(true);
    expect(sameQuantity(above, least, { comparators: 'strict' })).toBe(false);
    expect(sameQuantity(above, plain, { comparators: 'loose' })).toBe(false);
  });
});

describe('a rounded figure', () => {
  it.each([
    ['2800亿', '2803.4亿元', true],
    ['2800亿', '2853.4亿元', false],
    ['2.8万亿元', '28034亿元', true],
    ['5.8%', '5.77%', true],
    ['5.8%', '5.74%', false],
    ['7%', '6.6%', true],
    ['12%', '12%', true],
    ['2万亿元', '1.6万亿元', false],
    ['300家', '300人', false],
    ['8-12家', '8-12家', true],
  ])('%s for %s: %s', (rounded, exact, expected) => {
    expect(isRoundingOf(quantity(rounded), quantity(exact))).toBe(expected);
  });
});
