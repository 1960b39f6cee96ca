import { foldWidth } from '../quantity/fold-width.js';
import { sameQuantity } from '../quantity/same-quantity.js';
import type { Indicator, Quantity } from '../records.js';
import type { CheckedIndicator } from './checked-indicator.js';

/** Kinds that count as the same: what is to come, and what was. */
const looseKinds: Record<Indicator['kind'], 'ahead' | 'past'> = {
  target: 'ahead',
  forecast: 'ahead',
  actual: 'past',
  baseline: 'past',
  growth: 'past',
};
/** Share of the shorter name's character pairs that the other must hold. */
const leastShared = 0.5;

/**
 * Whether an extracted row is a checked indicator: the same plan, quantity, comparator, year and kind, and a
 * name that shares at least half of the shorter one's character pairs.
 */
export function matchesIndicator(row: Indicator, checked: CheckedIndicator): boolean {
  return (
    row.planId === checked.plan &&
    looseKinds[row.kind] === looseKinds[checked.kind] &&
    (checked.year == null || row.year === checked.year) &&
    isSameFigure(row, checked) &&
    sharesName(row.name, checked.name)
  );
}

/** Whether two names share at least half of the shorter one's character pairs, punctuation aside. */
export function sharesName(a: string, b: string): boolean {
  const [first, second] = [pairsOf(a), pairsOf(b)];
  const [shorter, longer] = first.size <= second.size ? [first, second] : [second, first];
  const shared = [...shorter].filter((pair) => longer.has(pair)).length;
  return shorter.size > 0 && shared >= shorter.size * leastShared;
}

function isSameFigure(row: Indicator, checked: CheckedIndicator): boolean {
  if (row.value === null || checked.value === null)
    return row.value === checked.value && isSameWording(row.text, checked.raw);
  const { valueMax, unit, comparator } = row;
  const written = { value: row.value, valueMax, unit, comparator };
  const expected: Quantity = {
    value: checked.value,
    valueMax: checked.value_max ?? null,
    unit: checked.unit ?? '',
    comparator: checked.op,
  };
  const options = { comparators: 'loose' } as const;
  // A fall may carry its sign or not.
  return (
    sameQuantity(written, expected, options) || sameQuantity(unsigned(written), unsigned(expected), options)
  );
}

function unsigned(quantity: Quantity): Quantity {
  return quantity.valueMax === null ? { ...quantity, value: Math.abs(quantity.value) } : quantity;
}

function isSameWording(a: string, b: string): boolean {
  const [first, second] = [plain(a), plain(b)];
  return first !== '' && second !== '' && (first.includes(second) || second.includes(first));
}

function pairsOf(name: string): Set<string> {
  const text = plain(name);
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

function plain(text: string): string {
  return foldWidth(text)
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}
