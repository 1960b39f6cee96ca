import type { Quantity } from '../records.js';
import { parseDigitByDigit } from './chinese-numerals.js';
import {
  type ComparatorReading,
  comparatorAfter,
  comparatorBefore,
  isNotOfDurations,
  joinComparators,
} from './comparators.js';
import { type NumberRole, type RoleReading, readFixedRole } from './fixed-role.js';
import { foldWidth } from './fold-width.js';
import { anyOf, matchAt } from './match-at.js';
import numerals from './numerals.json' with { type: 'json' };
import { type AmountReading, readAmount } from './read-amount.js';
import { readRange } from './read-range.js';
import { roleInContext } from './role-in-context.js';
import { currencyPrefixes } from './unit-table.js';
import { lookUpUnit } from './units.js';

/** A figure in a text. `raw` is `text.slice(start, end)`, comparator words and unit included. */
export interface QuantitySpan extends Quantity {
  start: number;
  end: number;
  raw: string;
  role: NumberRole;
}

const englishStarts = [
  ...Object.keys(numerals.englishNumbers),
  ...Object.keys(numerals.fixed).filter((word) => /^[a-z]/.test(word)),
];
const fixedStarts = Object.keys(numerals.fixed).filter((word) => word.startsWith('翻'));
const candidates = new RegExp(
  `[0-9零〇一二两三四五六七八九十百千半]|${anyOf(fixedStarts)}|\\b(?:${anyOf(englishStarts)}|an? (?=third|quarter|fifth|tenth))`,
  'gi',
);
const wholeNumber = /[\d,.]{0,40}\d|[零〇一二两三四五六七八九十百千]+|[a-z]+|./iy;
const currencyPattern = new RegExp(`(?<![A-Za-z])(${anyOf(Object.keys(currencyPrefixes))}) ?$`);
const partOfWord = new RegExp(`[${numerals.afterPartOfWord.join('')}]$`);

interface Step {
  span?: Omit<QuantitySpan, 'raw'>;
  /** Where the search goes on. */
  next: number;
}

/**
 * Finds every number of a text in reading order and says what each is: a figure with unit and comparator,
 * or a year, an ordinal, a rank or a part of a name. Linear in the length of the text.
 */
export function findQuantities(text: string): QuantitySpan[] {
  const folded = foldWidth(text);
  const spans: QuantitySpan[] = [];
  for (let position = 0; position < folded.length; ) {
    candidates.lastIndex = position;
    const found = candidates.exec(folded);
    if (!found) break;
    const { span, next } = readAt(folded, found.index, position);
    if (span) spans.push({ ...span, raw: text.slice(span.start, span.end) });
    position = Math.max(next, found.index + 1);
  }
  return spans;
}

function readAt(text: string, start: number, floor: number): Step {
  const fixed = readFixedRole(text, start);
  if (fixed) return { span: fixedSpan(text, start, fixed), next: fixed.end };
  const sign = readSign(text, start, floor);
  const currency = currencyPattern.exec(text.slice(Math.max(floor, start - 8), start));
  const amount = readAmount(text, start - sign, currency?.[1]);
  const numberEnd = skipNumber(text, start);
  if (!amount || isInsideWord(text, start, amount)) return { next: numberEnd };
  const role = roleInContext({ text, start, amount });
  if (role === undefined) return { next: numberEnd };
  if (role !== 'quantity') return namedNumber({ text, start, amount, role, numberEnd });
  const head = start - sign - (currency?.[0].length ?? 0);
  const span = quantitySpan({ text, start: head, floor, amount });
  return { span, next: span.end };
}

function fixedSpan(text: string, start: number, { role, end }: RoleReading): Omit<QuantitySpan, 'raw'> {
  const written = text.slice(start, end);
  const value = Number(
    /\d+/.exec(written)?.[0] ?? parseDigitByDigit(/^[^十年世]+/.exec(written)?.[0] ?? '') ?? 0,
  );
  return { value, valueMax: null, unit: role === 'year' ? '年' : '', comparator: '=', start, end, role };
}

/** A minus belongs to the number unless something stands in front that it could join. */
function readSign(text: string, start: number, floor: number): 0 | 1 {
  if (start <= floor || text[start - 1] !== '-' || !/\d/.test(text.charAt(start))) return 0;
  return /[\dA-Za-z%)\-—）]/.test(text.charAt(start - 2)) ? 0 : 1;
}

function isInsideWord(text: string, start: number, amount: AmountReading): boolean {
  return amount.style === 'chinese' && partOfWord.test(text.slice(Math.max(0, start - 1), start));
}

function namedNumber(place: {
  text: string;
  start: number;
  amount: AmountReading;
  role: Exclude<NumberRole, 'quantity'>;
  numberEnd: number;
}): Step {
  const { text, amount, role, numberEnd } = place;
  const counted = text[place.start - 1] === '第';
  const start = counted ? place.start - 1 : place.start;
  const end = counted || role === 'label' ? Math.max(amount.end, numberEnd) : numberEnd;
  const value = amount.value.toNumber();
  return { span: { value, valueMax: null, unit: '', comparator: '=', start, end, role }, next: end };
}

function quantitySpan(place: {
  text: string;
  start: number;
  floor: number;
  amount: AmountReading;
}): Omit<QuantitySpan, 'raw'> {
  const { text, floor, amount } = place;
  const range = readRange({ text, start: place.start, amount });
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

function skipNumber(text: string, position: number): number {
  return position + (matchAt(wholeNumber, text, position)?.[0].length ?? 1);
}
