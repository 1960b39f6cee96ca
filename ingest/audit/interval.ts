import { foldWidth } from '../../src/quantity/fold-width.js';
import { lookUpUnit } from '../../src/quantity/units.js';
import type { Comparator, Indicator } from '../../src/records.js';

/** Where the true value of a stated figure can lie, in the figure's own unit. */
export interface Interval {
  low: number;
  high: number;
}

/** What "about" leaves open, as a share of the figure. */
const aboutShare = 0.05;
/** What binary floating point loses. */
const slack = 1e-9;

/**
 * What a figure of a plan says: a measured one is rounded to the digits that it shows, a target is set and
 * exact, and words such as 以上 and 约 leave a side or a margin open. Undefined where there is no figure.
 */
export function intervalOf(
  row: Pick<Indicator, 'value' | 'valueMax' | 'text' | 'unit' | 'comparator' | 'kind'>,
  { rounded = row.kind !== 'target' }: { rounded?: boolean } = {},
): Interval | undefined {
  if (row.value === null) return undefined;
  const half = rounded && !isCounted(row.unit) ? halfDigit(row.text) : 0;
  const margin = isFraction(row.text) ? aboutShare * Math.abs(row.value) : half;
  return bounded(row.value, row.valueMax, row.comparator, margin);
}

/** The same for a stated rate, which is rounded even where it is a target. */
export function rateInterval(row: Indicator): Interval | undefined {
  return intervalOf(row, { rounded: true });
}

function bounded(value: number, valueMax: number | null, comparator: Comparator, margin: number): Interval {
  const about = comparator === '~' ? Math.min(aboutShare * Math.abs(value), lastPlace(value)) : margin;
  const low = comparator === '<' || comparator === '<=' ? Number.NEGATIVE_INFINITY : value - about;
  const high =
    comparator === '>' || comparator === '>=' ? Number.POSITIVE_INFINITY : (valueMax ?? value) + about;
  return { low, high };
}

/** 约642 is about the last digit that is not nought, 约600 about a hundred. */
function lastPlace(value: number): number {
  const [digits = '', decimals = ''] = String(Math.abs(value)).split('.');
  const noughts = /0*$/.exec(digits)?.[0].length ?? 0;
  return decimals === '' ? 10 ** Math.min(noughts, digits.length - 1) : 10 ** -decimals.length;
}

/** Half of the last digit that is shown: 0.005 for 4.37万亿元, 0.5 for 5313亿元. */
export function halfDigit(text: string): number {
  const [, decimals = ''] = /\d(?:[\d,]*\d)?(?:\.(\d+))?/.exec(foldWidth(text)) ?? [];
  return 0.5 * 10 ** -decimals.length;
}

/** 196家 were counted one by one; 3万家 were not. */
function isCounted(unit: string): boolean {
  const known = lookUpUnit(unit);
  return known?.kind === 'count' && known.factor.eq(1);
}

function isFraction(text: string): boolean {
  return /\d\s*\/\s*\d|分之/.test(text);
}

export function overlap(a: Interval, b: Interval): boolean {
  const tolerance = slack * Math.max(1, Math.abs(a.low) < Infinity ? Math.abs(a.low) : 0);
  return a.low <= b.high + tolerance && b.low <= a.high + tolerance;
}
