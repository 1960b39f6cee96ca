import type { Quantity } from '../records.js';
import {
  type ComparatorReading,
  comparatorAfter,
  comparatorBefore,
  isNotOfDurations,
  joinComparators,
} from './comparators.js';
import type { NumberRole } from './fixed-role.js';
import type { AmountReading } from './read-amount.js';
import type { RangeReading } from './read-range.js';
import { lookUpUnit } from './units.js';

/** A figure in a text. `raw` is `text.slice(start, end)`, comparator words and unit included. */
export interface QuantitySpan extends Quantity {
  start: number;
  end: number;
  raw: string;
  role: NumberRole;
}

/** Joins an amount that starts at `start` with its range and comparators; nothing before `floor` is taken. */
export function quantitySpan(place: {
  text: string;
  start: number;
  floor: number;
  amount: AmountReading;
  range: RangeReading | undefined;
}): Omit<QuantitySpan, 'raw'> {
  const { text, floor, amount, range } = place;
  const tail = range?.end ?? amount.end;
  const end = /^\*(?![\d.])/.test(text.slice(tail, tail + 2)) ? tail + 1 : tail;
  const before = usable(comparatorBefore(text, range?.start ?? place.start), floor, amount);
  const after = comparatorAfter(text, end);
  return {
    value: (range?.from ?? amount.value).toNumber(),
    valueMax: range ? range.to.toNumber() : null,
    unit: range?.unit ?? amount.unit,
    comparator: range ? 'range' : joinComparators({ before, excess: amount.excess, after }),
    start: before?.edge ?? range?.start ?? place.start,
    end: after?.edge ?? end,
    role: 'quantity',
  };
}

function usable(
  reading: ComparatorReading | undefined,
  floor: number,
  amount: AmountReading,
): ComparatorReading | undefined {
  if (!reading || reading.edge < floor) return undefined;
  const isDuration = lookUpUnit(amount.unit)?.kind === 'time';
  return isDuration && isNotOfDurations(reading.word) ? undefined : reading;
}
