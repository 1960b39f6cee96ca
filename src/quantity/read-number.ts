import type { Decimal } from 'decimal.js';
import { parseChineseNumeral } from './chinese-numerals.js';
import { Exact } from './exact.js';
import { anyOf, matchAt } from './match-at.js';
import numerals from './numerals.json' with { type: 'json' };

export interface NumberReading {
  value: Decimal;
  end: number;
  style: 'digits' | 'chinese' | 'english';
}

/** More digits than any figure of a plan has: a telephone number or an account, not an amount. */
export const longestDigits = 15;

const digitPattern = /-?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y;
const chinesePattern = /[零〇一二两三四五六七八九十百千]{1,12}(?:点[零〇一二两三四五六七八九]{1,8})?/y;
const englishNumbers = new Map(Object.entries(numerals.englishNumbers));
const englishWord = anyOf(Object.keys(numerals.englishNumbers));
const englishPattern = new RegExp(`(${englishWord})(?:-(${englishWord}))?(?![a-z-])`, 'iy');

/** Reads the number that starts at `position` in any of the three ways of writing one. */
export function readNumber(text: string, position: number): NumberReading | undefined {
  return readDigits(text, position) ?? readChinese(text, position) ?? readEnglish(text, position);
}

function readDigits(text: string, position: number): NumberReading | undefined {
  const written = matchAt(digitPattern, text, position)?.[0];
  if (written === undefined || written.length > longestDigits + 6) return undefined;
  return { value: new Exact(written.replaceAll(',', '')), end: position + written.length, style: 'digits' };
}

function readChinese(text: string, position: number): NumberReading | undefined {
  const written = matchAt(chinesePattern, text, position)?.[0];
  const value = written === undefined ? undefined : parseChineseNumeral(written);
  return written !== undefined && value
    ? { value, end: position + written.length, style: 'chinese' }
    : undefined;
}

function readEnglish(text: string, position: number): NumberReading | undefined {
  const match = matchAt(englishPattern, text, position);
  const tens = englishNumbers.get(match?.[1]?.toLowerCase() ?? '');
  if (!match || tens === undefined) return undefined;
  const ones = match[2] === undefined ? 0 : (englishNumbers.get(match[2].toLowerCase()) ?? 0);
  if (ones > 0 && (tens < 20 || ones > 9)) return undefined;
  return { value: new Exact(tens + ones), end: position + match[0].length, style: 'english' };
}
