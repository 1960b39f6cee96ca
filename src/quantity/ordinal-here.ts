import { anyOf } from './match-at.js';
import type { NumberPlace } from './number-place.js';
import roles from './number-roles.json' with { type: 'json' };

const ordinalBefore = new RegExp(`(?:${anyOf(roles.ordinalBefore)})\\s?$`);
const headingStart = /(?:^|[\n\t|])[ #*>\d.]*$/;
const headingEnd = /^(?:[.、)](?!\d)|\.\d+[ .])/;
const dottedLeader = /(?:\.{3,}|…)\s*$/;
const largestHeading = 99;

/** Whether a number counts a heading, an item, a table or a page: 专栏2, （1）, `3.` at the start of a line. */
export function isOrdinalHere({
  before,
  after,
  amount,
}: Pick<NumberPlace, 'before' | 'after' | 'amount'>): boolean {
  const isSmall = amount.value.isInteger() && amount.value.abs().lte(largestHeading);
  if (isSmall && ordinalBefore.test(before))
    return amount.style !== 'chinese' || !/^\p{Script=Han}/u.test(after);
  const isPlain = isSmall && amount.unit === '';
  if (!isPlain) return false;
  if (before.endsWith('(') && after.startsWith(')')) {
    return amount.style === 'chinese' || /^\)\s?[A-Za-z\p{Script=Han}“《]/u.test(after);
  }
  if (dottedLeader.test(before) || (headingStart.test(before) && headingEnd.test(after))) return true;
  return (
    amount.style === 'digits' && /[；;：:。]\s?$/.test(before) && /^[.、)]\s?\p{Script=Han}/u.test(after)
  );
}
