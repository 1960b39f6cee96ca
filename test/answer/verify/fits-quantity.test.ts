import { expect, it } from 'vitest';
import { fitsQuantity } from '../../../src/answer/verify/fits-quantity.js';
import type { Quantity } from '../../../src/records.js';

const amount = (value: number, unit: string): Quantity => ({ value, valueMax: null, unit, comparator: '=' });

it('takes an English count for the same count in a classifier, ten thousands too', () => {
  expect(fitsQuantity(amount(48, ''), amount(48, '家'))).toBe(true);
  expect(fitsQuantity(amount(34_200, ''), amount(3.42, '万张'))).toBe(true);
  expect(fitsQuantity(amount(3.42, ''), amount(3.42, '万张'))).toBe(false);
  expect(fitsQuantity(amount(34_200, ''), amount(3.42, '万亿元'))).toBe(false);
});
