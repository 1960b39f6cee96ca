import type { Decimal } from 'decimal.js';
import { Exact } from './exact.js';
import numerals from './numerals.json' with { type: 'json' };

const digits = new Map(Object.entries(numerals.chineseDigits));
const wellFormed =
  /^(?:[一二两三四五六七八九]千)?零?(?:[一二两三四五六七八九]百)?零?(?:[一二三四五六七八九]?十)?[一二两三四五六七八九]?$/u;
const placeValues = new Map([
  ['千', 1000],
  ['百', 100],
  ['十', 10],
]);

/**
 * Reads a Chinese numeral below ten thousand (八十五, 一千二百, 零点五); larger ones carry a scale (万, 亿)
 * that is read as part of the unit. Undefined when it is not one number (二三, 十四五).
 */
export function parseChineseNumeral(text: string): Decimal | undefined {
  const [whole = '', fraction, ...rest] = text.split('点');
  if (rest.length > 0 || whole === '' || fraction === '') return undefined;
  const integer = whole === '零' || whole === '〇' ? 0 : parseInteger(whole);
  const decimals = fraction === undefined ? '' : digitString(fraction);
  if (integer === undefined || decimals === undefined) return undefined;
  return new Exact(decimals === '' ? integer : `${integer}.${decimals}`);
}

/** Reads numerals written digit by digit, as years are (二〇三五 → 2035). */
export function parseDigitByDigit(text: string): number | undefined {
  const written = digitString(text);
  return written === undefined || written === '' ? undefined : Number(written);
}

function parseInteger(text: string): number | undefined {
  const place = placeValues.get(text);
  if (place !== undefined) return place;
  if (!wellFormed.test(text) || text.startsWith('零')) return undefined;
  let sum = 0;
  let pending: number | undefined;
  for (const character of text) {
    const place = placeValues.get(character);
    if (place !== undefined) {
      sum += (pending ?? 1) * place;
      pending = undefined;
    } else if (character !== '零') pending = digits.get(character);
  }
  return sum + (pending ?? 0);
}

function digitString(text: string): string | undefined {
  const written = [...text].map((character) => digits.get(character));
  return written.includes(undefined) ? undefined : written.join('');
}
