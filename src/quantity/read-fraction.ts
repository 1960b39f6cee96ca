import type { Decimal } from 'decimal.js';
import { Exact } from './exact.js';
import { anyOf, matchAt } from './match-at.js';
import numerals from './numerals.json' with { type: 'json' };
import { readNumber } from './read-number.js';

/** A share or a multiple that is written without a unit of its own. */
export interface FractionReading {
  value: Decimal;
  unit: string;
  end: number;
}

const fixed = new Map(Object.entries(numerals.fixed));
const fixedPattern = new RegExp(`(?:${anyOf([...fixed.keys()])})(?![a-z])`, 'iy');
const slashPattern = /(\d{1,3})\/(\d{1,3})(?![\d/.]|[年月日万])/y;
const tenthsPattern = new RegExp(
  `([一二两三四五六七八九十]|\\d(?:\\.\\d)?)${numerals.tenths.word}(?!${anyOf(numerals.tenths.notBefore)})`,
  'y',
);
const englishFractions = new Map(Object.entries(numerals.englishFractions));
const englishPart = new RegExp(`[ -](${anyOf([...englishFractions.keys()])})(?![a-z])`, 'iy');

/** Reads 三分之一, 百分之十二, 3/8, 七成, 翻一番, `two thirds`, `doubled` at `position`, as percent or multiple. */
export function readFraction(text: string, position: number): FractionReading | undefined {
  return (
    readFixed(text, position) ??
    readSlash(text, position) ??
    readTenths(text, position) ??
    readChineseFraction(text, position) ??
    readEnglishFraction(text, position)
  );
}

function readFixed(text: string, position: number): FractionReading | undefined {
  const written = matchAt(fixedPattern, text, position)?.[0];
  const meaning = fixed.get(written?.toLowerCase() ?? '');
  if (written === undefined || !meaning) return undefined;
  return { value: new Exact(meaning.value), unit: meaning.unit, end: position + written.length };
}

function readSlash(text: string, position: number): FractionReading | undefined {
  const match = matchAt(slashPattern, text, position);
  const [numerator, denominator] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || numerator >= denominator || text.charAt(position - 1) === '/') return undefined;
  return share(new Exact(numerator), new Exact(denominator), position + match[0].length);
}

function readTenths(text: string, position: number): FractionReading | undefined {
  const match = matchAt(tenthsPattern, text, position);
  const tenths = match ? readNumber(match[1] ?? '', 0)?.value : undefined;
  if (!match || !tenths || tenths.gt(10)) return undefined;
  return { value: tenths.times(10), unit: '%', end: position + match[0].length };
}

function readChineseFraction(text: string, position: number): FractionReading | undefined {
  const denominator = readNumber(text, position);
  if (!denominator || !text.startsWith('分之', denominator.end)) return undefined;
  const numerator = readNumber(text, denominator.end + 2);
  if (!numerator || denominator.value.lte(0)) return undefined;
  if (denominator.value.eq(1000)) return { value: numerator.value, unit: '‰', end: numerator.end };
  return share(numerator.value, denominator.value, numerator.end);
}

function readEnglishFraction(text: string, position: number): FractionReading | undefined {
  const article = /^an? /i.exec(text.slice(position, position + 3))?.[0];
  const word = /^[a-z]+/i.exec(text.slice(position, position + 10))?.[0] ?? '';
  const numerator = article === undefined ? readNumber(word, 0)?.value : new Exact(1);
  const start = position + (article === undefined ? word.length : article.length - 1);
  const part = numerator ? matchAt(englishPart, text, start) : null;
  const denominator = englishFractions.get(part?.[1]?.toLowerCase() ?? '');
  if (!numerator || !part || denominator === undefined) return undefined;
  return share(numerator, new Exact(denominator), start + part[0].length);
}

function share(numerator: Decimal, denominator: Decimal, end: number): FractionReading {
  return { value: numerator.times(100).div(denominator), unit: '%', end };
}
