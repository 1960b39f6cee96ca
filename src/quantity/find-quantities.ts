import { keepRecent } from '../keep-recent.js';
import { parseChineseNumeral, parseDigitByDigit } from './chinese-numerals.js';
import { currencyBefore } from './currency.js';
import { type NumberRole, type RoleReading, readFixedRole } from './fixed-role.js';
import { foldWidth } from './fold-width.js';
import { anyOf, matchAt } from './match-at.js';
import numerals from './numerals.json' with { type: 'json' };
import { type QuantitySpan, quantitySpan } from './quantity-span.js';
import { rankHere } from './rank-here.js';
import { type AmountReading, readAmount } from './read-amount.js';
import { longestDigits } from './read-number.js';
import { type RangeReading, readRange } from './read-range.js';
import { roleInContext } from './role-in-context.js';
import { unwrapUnits } from './unwrap.js';

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
/** How much of the text on either side decides what a number is for. */
const contextReach = 24;
const partOfWord = new RegExp(`[${numerals.afterPartOfWord.join('')}]$`);

export type { QuantitySpan } from './quantity-span.js';

interface Step {
  span?: Omit<QuantitySpan, 'raw'>;
  /** Where the search goes on. */
  next: number;
}

/** An answer looks at the same sentences again and again. */
const known = keepRecent<string, readonly QuantitySpan[]>(4_000);
const longestKept = 500;

/**
 * Finds every number of a text in reading order and says what each is: a figure with unit and comparator,
 * or a year, an ordinal, a rank or a part of a name. Linear in the length of the text.
 */
export function findQuantities(text: string): readonly QuantitySpan[] {
  if (text.length > longestKept) return readQuantities(text);
  const kept = known.get(text);
  if (kept) return kept;
  const found = readQuantities(text);
  known.set(text, found);
  return found;
}

function readQuantities(text: string): QuantitySpan[] {
  const unwrapped = unwrapUnits(foldWidth(text));
  const folded = unwrapped.text;
  const spans: QuantitySpan[] = [];
  for (let position = 0; position < folded.length; ) {
    candidates.lastIndex = position;
    const found = candidates.exec(folded);
    if (!found) break;
    const { span, next } = readAt(folded, found.index, position);
    if (span) {
      const [start, end] = [unwrapped.original(span.start), unwrapped.original(span.end)];
      spans.push({ ...span, start, end, raw: text.slice(start, end) });
    }
    position = Math.max(next, found.index + 1);
  }
  return spans;
}

function readAt(text: string, start: number, floor: number): Step {
  const fixed = readFixedRole(text, start);
  if (fixed) return { span: fixedSpan(text, start, fixed), next: fixed.end };
  const sign = readSign(text, start, floor);
  const currency = currencyBefore(text, start - sign, floor);
  const amount = readAmount(text, start - sign, currency?.unit);
  const numberEnd = skipNumber(text, start);
  if (!amount || isInsideWord(text, start, amount)) return { next: numberEnd };
  const head = start - sign - (currency?.length ?? 0);
  const range = readRange({ text, start: head, amount, currency: currency?.unit });
  const role = roleAt({ text, start, head, floor, amount, range });
  if (role === undefined) return { next: numberEnd };
  if (role !== 'quantity') return namedNumber({ text, start, amount, role, numberEnd });
  const span = quantitySpan({ text, start: head, floor, amount, range });
  return { span, next: span.end };
}

/** The role of an amount, or of the range that it begins, which lends it its unit. */
function roleAt(place: {
  text: string;
  start: number;
  /** Where a sign or a currency in front of the number starts. */
  head: number;
  floor: number;
  amount: AmountReading;
  range: RangeReading | undefined;
}): NumberRole | undefined {
  const { text, start, head, floor, amount, range } = place;
  const end = range?.end ?? amount.end;
  return roleInContext({
    before: text.slice(Math.max(0, head - contextReach), head),
    written: text.slice(start, end),
    after: text.slice(end, end + contextReach),
    amount: range ? { ...amount, unit: range.unit } : amount,
    adjoins: start > 0 && start === floor,
  });
}

function fixedSpan(text: string, start: number, fixed: RoleReading): Omit<QuantitySpan, 'raw'> {
  const { end } = fixed;
  const written = text.slice(start, end);
  const before = text.slice(Math.max(0, start - contextReach), start);
  const role = fixed.role === 'ordinal' ? (rankHere(before, written) ?? fixed.role) : fixed.role;
  const value = fixedValue(written);
  return { value, valueMax: null, unit: role === 'year' ? '年' : '', comparator: '=', start, end, role };
}

/** The first number in a date or a name: 2021 of 2021-2025年, 14 of 十四五. */
function fixedValue(written: string): number {
  const [digits] = /\d+/.exec(written) ?? [];
  if (digits !== undefined) return Number(digits.slice(0, longestDigits));
  const byDigit = parseDigitByDigit(written.slice(0, -1));
  return byDigit ?? parseChineseNumeral(written.slice(0, 2))?.toNumber() ?? 0;
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

function skipNumber(text: string, position: number): number {
  return position + (matchAt(wholeNumber, text, position)?.[0].length ?? 1);
}
