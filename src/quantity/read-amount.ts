import type { Decimal } from 'decimal.js';
import comparatorWords from './comparators.json' with { type: 'json' };
import { Exact } from './exact.js';
import { anyOf, matchAt } from './match-at.js';
import { readFraction } from './read-fraction.js';
import { type NumberReading, readNumber } from './read-number.js';
import { readDenominators, readScale, readUnit, type UnitReading } from './read-unit.js';
import { moneyWithoutName, scales } from './unit-table.js';

/** A number with its unit, before anything is known of comparators and ranges around it. */
export interface AmountReading {
  value: Decimal;
  unit: string;
  end: number;
  /** What its scale multiplied the figure by: 1000 in 5千家, 10 in `5 billion yuan`. */
  times: number;
  /** 余 or 多 stands in it: somewhat more. */
  excess: boolean;
  style: NumberReading['style'] | 'fraction';
}

interface Tail {
  unit: UnitReading | undefined;
  end: number;
  excess: boolean;
}

/** Spaces, and the line breaks that wrapped text has within a figure. */
const gapPattern = /[ ]{0,3}(?:\r?\n[ ]{0,2}){0,2}/y;
const excessPattern = new RegExp(
  `[ ]{0,2}(?:\\r?\\n){0,2}(?:${anyOf(comparatorWords.excess)})(?!${anyOf(comparatorWords.excessNotBefore)})`,
  'y',
);

/**
 * Reads number, scale and unit at `position`: 3.2 万余家, 1亿2千万元, 三分之一, 6.5 trillion yuan.
 * `currency` is the money that a sign in front of it names (美元 for US$).
 */
export function readAmount(text: string, position: number, currency?: string): AmountReading | undefined {
  const fraction = readFraction(text, position);
  if (fraction) return { ...fraction, times: 1, excess: false, style: 'fraction' };
  const number = readNumber(text, position);
  if (!number) return undefined;
  const compound = readCompound(text, number);
  const tail = compound ?? readTail(text, number.end, number.style);
  const times = compound ? 1 : (tail.unit?.times ?? 1);
  const unit = joinCurrency(tail.unit?.unit ?? '', currency);
  // After a sign in front, what the money is divided by follows the bare number.
  const bottom = currency === undefined || unit.includes('/') ? undefined : readDenominators(text, tail.end);
  return {
    value: compound?.value ?? number.value.times(times),
    times,
    unit: unit + (bottom?.symbols ?? ''),
    end: bottom?.end ?? tail.end,
    excess: tail.excess,
    style: number.style,
  };
}

function readTail(text: string, position: number, style: NumberReading['style']): Tail {
  const first = readExcess(text, position);
  const start = first ?? position;
  const near = skipGap(text, start);
  const bare: Tail = { unit: undefined, end: start, excess: first !== undefined };
  const plain = readPlainUnit(text, near);
  if (plain) return style === 'chinese' && plain.digitsOnly ? bare : { ...bare, unit: plain, end: plain.end };
  return readScaledTail(text, near, bare) ?? bare;
}

function readPlainUnit(text: string, position: number): UnitReading | undefined {
  const countsMoney = moneyWithoutName.words.some((word) => text.startsWith(word, position));
  const scale = countsMoney ? readScale(text, position + 1) : undefined;
  return readUnit(text, scale?.end ?? position, scale);
}

function readScaledTail(text: string, position: number, bare: Tail): Tail | undefined {
  const scale = readScale(text, position);
  if (!scale) return undefined;
  const excessEnd = readExcess(text, scale.end);
  const scaleEnd = excessEnd ?? scale.end;
  const near = skipGap(text, scaleEnd);
  const unit = readUnit(text, near, scale);
  const end = Math.max(unit?.end ?? 0, scaleEnd);
  return { unit, end, excess: bare.excess || excessEnd !== undefined };
}

const unitLike = /^千[^万亿千百十\d]/;

/** Two scales in one number, the second smaller: 1亿2千万元, 一万二千家. */
function readCompound(text: string, first: NumberReading): (Tail & { value: Decimal }) | undefined {
  const scale = readScale(text, first.end);
  // 千瓦, 千伏安: what looks like a second number is a unit.
  if (scale && unitLike.test(text.slice(scale.end, scale.end + 2)) && readUnit(text, scale.end))
    return undefined;
  const second = scale && !/[a-z]/i.test(text.charAt(first.end)) ? readNumber(text, scale.end) : undefined;
  if (!scale || !second || second.value.lte(0)) return undefined;
  const inner = readScale(text, second.end);
  const rest = second.value.times(new Exact(10).pow(inner?.power ?? 0));
  const tail = readTail(text, inner?.end ?? second.end, 'digits');
  const unit = readUnit(text, skipGap(text, inner?.end ?? second.end), scale);
  // Without a scale of its own the second number belongs only if it fills the places below: 3万5000人.
  const fills = scale.power === 4 && rest.gte(1000) && tail.unit !== undefined && tail.unit.unit !== '年';
  if (!unit || !(inner !== undefined || fills) || rest.gte(new Exact(10).pow(scale.power))) return undefined;
  const whole = first.value.times(new Exact(10).pow(scale.power)).plus(rest);
  const end = tail.unit?.end ?? inner?.end ?? second.end;
  return { unit, end, excess: tail.excess, value: whole.div(new Exact(10).pow(keptPower(scale.keep))) };
}

function keptPower(keep: string): number {
  return scales.get(keep)?.power ?? 0;
}

/** The sign in front names the money: US$ 4.2 billion is 亿美元. */
function joinCurrency(unit: string, currency: string | undefined): string {
  if (currency === undefined) return unit;
  const scale = unit.replace(/元$/u, '');
  return scale === '' || scales.has(scale) ? scale + currency : unit;
}

function readExcess(text: string, position: number): number | undefined {
  const word = matchAt(excessPattern, text, position)?.[0];
  return word === undefined ? undefined : position + word.length;
}

function skipGap(text: string, position: number): number {
  return position + (matchAt(gapPattern, text, position)?.[0].length ?? 0);
}
