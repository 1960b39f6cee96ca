import type { Decimal } from 'decimal.js';
import { currencyAt } from './currency.js';
import { Exact } from './exact.js';
import { readFixedRole } from './fixed-role.js';
import { matchAt } from './match-at.js';
import { type AmountReading, readAmount } from './read-amount.js';
import { lookUpUnit, sameKind } from './units.js';

export interface RangeReading {
  from: Decimal;
  to: Decimal;
  unit: string;
  start: number;
  end: number;
}

const separator = /\s?(?:-|–|—{1,2}|~|至|到|\bto\b|\band\b)\s?/y;
const changeBefore = /(?:[从由自]|\bfrom )$/i;
const betweenBefore = /\bbetween $/i;
const chainBefore = /\d\s?[-–—]$/;
const chainAfter = /^\s?[-–—]\s?\d/;

/**
 * Reads a range whose lower end is `amount`: 8-12家, 20%—30%, 5000万-1亿元, between 8 and 12.
 * Undefined for a change (从10家到20家), a chain (3-4-1) and ends that do not ascend.
 */
export function readRange(place: {
  text: string;
  start: number;
  amount: AmountReading;
  currency: string | undefined;
}): RangeReading | undefined {
  const { text, start, currency } = place;
  // In US$5-8 billion the scale of the upper end is the lower one's, too.
  const amount = place.amount.unit === currency ? { ...place.amount, unit: '' } : place.amount;
  const before = text.slice(Math.max(0, start - 10), start);
  const joint = matchAt(separator, text, amount.end)?.[0];
  if (joint === undefined || changeBefore.test(before) || chainBefore.test(before)) return undefined;
  const between = betweenBefore.exec(before)?.[0];
  if (/and/i.test(joint) && between === undefined) return undefined;
  const upper = readUpperEnd(text, amount.end + joint.length, amount, currency);
  const ends = upper ? bringTogether(amount, upper) : undefined;
  if (!upper || !ends?.from.lt(ends.to)) return undefined;
  return { ...ends, start: start - (between?.length ?? 0), end: upper.end };
}

function readUpperEnd(
  text: string,
  position: number,
  lower: AmountReading,
  currency: string | undefined,
): AmountReading | undefined {
  if (readFixedRole(text, position)) return undefined;
  const sign = currencyAt(text, position);
  const upper = readAmount(text, position + (sign?.length ?? 0), sign?.unit ?? currency);
  if (!upper || upper.style !== lower.style || chainAfter.test(text.slice(upper.end, upper.end + 4))) {
    return undefined;
  }
  const looksLikeYear =
    upper.unit === '' && lower.unit === '' && /^(?:19|20)\d\d$/.test(upper.value.toString());
  return looksLikeYear ? undefined : upper;
}

/** Both ends in one unit; an end without a unit, or with a bare 万, takes it from the other. */
function bringTogether(
  lower: AmountReading,
  upper: AmountReading,
): Pick<RangeReading, 'from' | 'to' | 'unit'> | undefined {
  if (lower.unit === '') {
    // 3-5千家 counts in thousands at both ends, 3千-5千家 says so itself.
    const from = lower.times === 1 ? lower.value.times(upper.times) : lower.value;
    return { from, to: upper.value, unit: upper.unit };
  }
  if (upper.unit === '') return { from: lower.value, to: upper.value.times(lower.times), unit: lower.unit };
  const [from, to] = [lookUpUnit(lower.unit), lookUpUnit(upper.unit)];
  if (!from || !to || !(from.kind === 'number' || sameKind(lower.unit, upper.unit))) return undefined;
  const base = new Exact(lower.value).times(from.factor);
  return { from: base.div(scaledOne(upper.unit, to.factor, from.kind)), to: upper.value, unit: upper.unit };
}

/** A bare number counts in wholes of the unit's name, whatever its base is (5000万 — 1亿元). */
function scaledOne(unit: string, factor: Decimal, kind: string): Decimal {
  if (kind !== 'number') return factor;
  const name = lookUpUnit(unit.replace(/^[十百千万亿]+(?=.)/u, ''));
  return name ? factor.div(name.factor) : factor;
}
