import type { Decimal } from 'decimal.js';
import { PlanbotError } from '../errors.js';
import { Exact } from './exact.js';
import { foldWidth } from './fold-width.js';
import {
  englishScales,
  moneyWithoutName,
  scales,
  scaleWords,
  type UnitKind,
  unitsBySpelling,
} from './unit-table.js';

/** A unit as looked up: `亿元`, `万平方米`, `元/人`. */
export interface Unit {
  /** The normalised spelling (㎡ is 平方米, RMB is 元). */
  symbol: string;
  kind: UnitKind;
  /** What is measured and, after it, what it is divided by: currency, count noun or dimension of each part. */
  dimensions: readonly Dimension[];
  /** One of this unit in base units of its dimensions. */
  factor: Decimal;
}

interface Dimension {
  kind: UnitKind;
  name: string;
}

const cache = new Map<string, Unit | undefined>();
const cacheLimit = 2000;
const longestUnit = 60;

/** Finds a unit by any of its spellings, with or without a scale in front; undefined when it is none. */
export function lookUpUnit(symbol: string): Unit | undefined {
  if (symbol.length > longestUnit) return undefined;
  if (cache.has(symbol)) return cache.get(symbol);
  const unit = readUnitSpelling(foldWidth(symbol).trim());
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(symbol, unit);
  return unit;
}

/** Whether amounts in the two units can be compared; unknown units only with themselves. */
export function sameKind(a: string, b: string): boolean {
  const [first, second] = [lookUpUnit(a), lookUpUnit(b)];
  if (!first || !second) return a.trim() === b.trim();
  return (
    first.dimensions.length === second.dimensions.length &&
    first.dimensions.every((dimension, i) => comparable(dimension, second.dimensions[i]))
  );
}

/**
 * Brings a value from one unit into another of the same kind.
 * @throws PlanbotError `calculation_invalid` naming both units when their kinds differ.
 */
export function convert({ value, from, to }: { value: Decimal; from: string; to: string }): Decimal {
  const [source, target] = [lookUpUnit(from), lookUpUnit(to)];
  if (from.trim() === to.trim()) return new Exact(value);
  if (!source || !target || !sameKind(from, to)) throw unlikeUnits(from, to);
  return new Exact(value).times(source.factor).div(target.factor);
}

function readUnitSpelling(spelling: string): Unit | undefined {
  // /10万 is a unit by itself.
  if (spelling.startsWith('/')) return readNamedUnit(spelling);
  const [numerator, ...denominators] = spelling.split(/\s*\/\s*|每| per /);
  const top = readSimpleUnit(numerator ?? '');
  if (!top || denominators.length === 0) return top;
  const bottom = denominators.map(readSimpleUnit).filter((unit) => unit !== undefined);
  const isComplete = bottom.length === denominators.length && ![top, ...bottom].some(isPlainNumber);
  if (!isComplete) return undefined;
  return {
    symbol: [top, ...bottom].map((unit) => unit.symbol).join('/'),
    kind: 'compound',
    dimensions: [top, ...bottom].flatMap((unit) => unit.dimensions),
    factor: bottom.reduce((factor, unit) => factor.div(unit.factor), top.factor),
  };
}

function isPlainNumber(unit: Unit): boolean {
  return unit.kind === 'number';
}

function readSimpleUnit(spelling: string): Unit | undefined {
  return readNamedUnit(spelling) ?? readScaledUnit(spelling) ?? readEnglishScaledUnit(spelling);
}

function readNamedUnit(spelling: string): Unit | undefined {
  const entry = unitsBySpelling.get(spelling.toLowerCase());
  if (!entry) return undefined;
  return {
    symbol: entry.symbol,
    kind: entry.kind,
    dimensions: [{ kind: entry.kind, name: entry.dimension }],
    factor: new Exact(entry.numerator).div(entry.denominator),
  };
}

function readScaledUnit(spelling: string): Unit | undefined {
  if (spelling === '') return plainNumber('', 0);
  if (moneyWithoutName.words.includes(spelling)) return readScaledUnit(spelling.slice(1));
  for (const word of scaleWords) {
    const power = scales.get(word)?.power;
    if (power === undefined || !spelling.startsWith(word)) continue;
    if (spelling === word) return readBareScale(word, power);
    const name = spelling.slice(word.length).trim();
    const unit = unitsBySpelling.get(name.toLowerCase())?.scales ? readNamedUnit(name) : undefined;
    if (unit)
      return { ...unit, symbol: word + unit.symbol, factor: unit.factor.times(new Exact(10).pow(power)) };
  }
  return undefined;
}

/** In this genre a bare 亿 (贷款1731亿) is money, a bare 万 only a number. */
function readBareScale(word: string, power: number): Unit | undefined {
  return power >= moneyWithoutName.smallestPower
    ? readScaledUnit(word + moneyWithoutName.unit)
    : plainNumber(word, power);
}

function plainNumber(symbol: string, power: number): Unit {
  return {
    symbol,
    kind: 'number',
    dimensions: [{ kind: 'number', name: 'number' }],
    factor: new Exact(10).pow(power),
  };
}

function readEnglishScaledUnit(spelling: string): Unit | undefined {
  const [first = '', ...rest] = spelling.split(/\s+/);
  const currencyFirst = rest.length === 1 ? englishScales[rest[0]?.toLowerCase() ?? ''] : undefined;
  if (currencyFirst) return readScaledUnit(currencyFirst + first);
  const scale = englishScales[first.toLowerCase()];
  return scale ? readScaledUnit(scale + rest.join(' ')) : undefined;
}

/** 个 counts anything, so it compares with every count noun. */
function comparable(a: Dimension, b: Dimension | undefined): boolean {
  if (a.kind !== b?.kind) return false;
  return a.name === b.name || (a.kind === 'count' && (a.name === 'any' || b.name === 'any'));
}

function unlikeUnits(from: string, to: string): PlanbotError {
  const rate = [from, to].some((unit) => lookUpUnit(unit)?.kind === 'foreignMoney');
  const wayOut = rate ? 'give the exchange rate as an operand' : 'use two units of one kind';
  return new PlanbotError({
    code: 'calculation_invalid',
    message: `${from || 'a number without a unit'} and ${to || 'a number without a unit'} do not convert into each other; ${wayOut}.`,
  });
}
