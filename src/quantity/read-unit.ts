import { currencyAt } from './currency.js';
import {
  englishScales,
  longestSpelling,
  moneyWithoutName,
  scales,
  scaleWords,
  type UnitEntry,
  unitsBySpelling,
  writtenOutScales,
} from './unit-table.js';

/** A unit that stands at some place of a text, its scale brought to none, 万, 亿 or 万亿. */
export interface UnitReading {
  unit: string;
  /** What the figure in front is multiplied by: 10 for `billion yuan`, which becomes 亿元. */
  times: number;
  end: number;
  /** The unit is also an everyday character. */
  digitsOnly: boolean;
}

interface ScaleReading {
  keep: string;
  times: number;
  power: number;
  end: number;
}

const englishScale = new RegExp(`(${Object.keys(englishScales).join('|')})(?![a-z])`, 'iy');
const latin = /[A-Za-z]/;

/** Reads the scale at `position` (亿, 千万, billion). */
export function readScale(text: string, position: number): ScaleReading | undefined {
  const word = scaleWords.find((candidate) => text.startsWith(candidate, position));
  const english = word === undefined ? englishScaleAt(text, position) : undefined;
  const scale = scales.get(word ?? english?.scale ?? '');
  const written = word ?? english?.written ?? '';
  return scale ? { ...scale, end: position + written.length } : undefined;
}

/**
 * Reads the unit at `position`, after any scale already read: 元, 家, yuan, 元/平方米.
 * `scale` is joined to it (万亿 + 元), or stands alone (贷款1731亿).
 */
export function readUnit(text: string, position: number, scale?: ScaleReading): UnitReading | undefined {
  const top = readNamed(text, position, 'top');
  if (!top || (scale && !top.entry.scales)) return scale ? bareScale(text, scale) : undefined;
  const bottom = readDenominators(text, top.end);
  return {
    unit: (scale?.keep ?? '') + top.entry.symbol + bottom.symbols,
    times: scale?.times ?? 1,
    end: bottom.end,
    digitsOnly: top.entry.digitsOnly && bottom.symbols === '' && scale === undefined,
  };
}

function englishScaleAt(text: string, position: number): { scale: string; written: string } | undefined {
  englishScale.lastIndex = position;
  const written = englishScale.exec(text)?.[1];
  const scale = written === undefined ? undefined : englishScales[written.toLowerCase()];
  return written !== undefined && scale !== undefined ? { scale, written } : undefined;
}

/** A scale without a name counts money from 亿 on, and in front of a divisor (单价4万/平方米). */
function bareScale(text: string, { keep, times, power, end }: ScaleReading): UnitReading {
  const bottom = readDenominators(text, end);
  const isMoney = power >= moneyWithoutName.smallestPower || bottom.symbols !== '';
  const unit = (isMoney ? keep + moneyWithoutName.unit : keep) + bottom.symbols;
  return { unit, times, end: bottom.end, digitsOnly: false };
}

function readNamed(
  text: string,
  position: number,
  place: 'top' | 'divisor',
): { entry: UnitEntry; end: number } | undefined {
  const window = text.slice(position, position + longestSpelling + 2);
  for (let length = longestSpelling; length > 0; length--) {
    const spelling = window.slice(0, length);
    if (spelling.length < length) continue;
    const entry = unitsBySpelling.get(spelling.toLowerCase());
    if (place === 'top' && entry?.divisorOnly) continue;
    if (entry && standsAlone(entry, spelling, window.slice(length))) {
      return { entry, end: position + length };
    }
  }
  return undefined;
}

function standsAlone(entry: UnitEntry, spelling: string, rest: string): boolean {
  if (latin.test(spelling.at(-1) ?? '')) return !latin.test(rest.charAt(0));
  return !entry.notBefore?.test(rest);
}

/** What an amount is divided by: 元/平方米, RMB 3,500 per square metre; at most two of them. */
export function readDenominators(text: string, position: number): { symbols: string; end: number } {
  let symbols = '';
  let end = position;
  for (let i = 0; i < 2; i++) {
    const joint = /^(?: ?\/ ?| per (?!cent))/.exec(text.slice(end, end + 10))?.[0];
    const next = joint === undefined ? undefined : readDenominator(text, end + joint.length);
    if (!next) break;
    symbols += `/${next.symbol}`;
    end = next.end;
  }
  return { symbols, end };
}

/** The scale of a denominator stays as it is written: 件/万人. */
function readDenominator(text: string, position: number): { symbol: string; end: number } | undefined {
  const money = moneyDivisor(text, position);
  if (money) return money;
  const plain = readNamed(text, position, 'divisor');
  if (plain) return { symbol: plain.entry.symbol, end: plain.end };
  const scale = divisorScale(text, position);
  const named = scale ? readNamed(text, scale.end, 'divisor') : undefined;
  return scale && named ? { symbol: scale.word + named.entry.symbol, end: named.end } : undefined;
}

/** per RMB 10,000: 万元. */
function moneyDivisor(text: string, position: number): { symbol: string; end: number } | undefined {
  const currency = currencyAt(text, position);
  const start = position + (currency?.length ?? 0);
  const written = Object.keys(writtenOutScales).find((one) => {
    const number = one.trim();
    return text.startsWith(number, start) && !/^,?\d/.test(text.slice(start + number.length));
  });
  const scale = written === undefined ? undefined : writtenOutScales[written];
  if (!currency || written === undefined || scale === undefined) return undefined;
  return { symbol: scale + currency.unit, end: start + written.trim().length };
}

function divisorScale(text: string, position: number): { word: string; end: number } | undefined {
  const written = Object.keys(writtenOutScales).find((spelling) => text.startsWith(spelling, position));
  const word = written === undefined ? undefined : writtenOutScales[written];
  if (written !== undefined && word !== undefined) return { word, end: position + written.length };
  const scale = readScale(text, position);
  return scale ? { word: text.slice(position, scale.end), end: scale.end } : undefined;
}
