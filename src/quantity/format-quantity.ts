import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { Comparator, type Language, type Quantity } from '../records.js';
import { Exact } from './exact.js';
import table from './format.json' with { type: 'json' };
import { formatNumber } from './format-number.js';
import { scales, scaleWords, unitsBySpelling } from './unit-table.js';

const phrases = z.record(Comparator.exclude(['range']), z.string());
const templates = { zh: phrases.parse(table.zh), en: phrases.parse(table.en) };
const currencies = new Map(Object.entries(table.currencies));
const nouns = new Map(Object.entries(table.nouns));
const plainCounts = new Set(table.plainCounts);

/**
 * Writes a quantity as a person would: 6.5万亿元以上, 8–12家; RMB 6.5 trillion or more, about 30%.
 * Chinese keeps the unit as it is; English counts in millions and billions and leaves the general count words out.
 */
export function formatQuantity(quantity: Quantity, language: Language): string {
  const values = [quantity.value, quantity.valueMax].filter((value) => value !== null);
  const amount =
    language === 'zh' ? chineseAmount(values, quantity.unit) : englishAmount(values, quantity.unit);
  if (quantity.comparator === 'range') return amount;
  return templates[language][quantity.comparator].replace('{}', () => amount);
}

function chineseAmount(values: readonly number[], unit: string): string {
  if (unit === '%') return values.map((value) => `${formatNumber(value)}%`).join('–');
  return values.map(formatNumber).join('–') + unit;
}

function englishAmount(values: readonly number[], unit: string): string {
  const [top = '', ...bottom] = unit.split('/');
  const { name, power } = splitScale(top);
  const exact = values.map((value) => new Exact(value).times(new Exact(10).pow(power)));
  const amount = currencies.has(name)
    ? `${currencies.get(name)}${scaledNumber(exact)}`
    : withNoun(scaledNumber(exact), name, exact);
  return [amount, ...bottom.map(perUnit)].join(' per ');
}

function withNoun(number: string, name: string, values: readonly Decimal[]): string {
  if (name === '%' || name === '‰') return number.replaceAll('–', `${name}–`) + name;
  if (name === '' || plainCounts.has(name)) return number;
  const noun = nouns.get(name);
  if (!noun) return `${number} ${name}`;
  const isOne = values.length === 1 && values[0]?.abs().eq(1);
  return `${number} ${isOne ? noun[0] : noun[1]}`;
}

function scaledNumber(values: readonly Decimal[]): string {
  const largest = values.reduce((a, b) => (a.abs().gt(b.abs()) ? a : b));
  const scale = table.englishScales.find(({ power }) => largest.abs().gte(new Exact(10).pow(power)));
  const shown = values.map((value) => formatNumber(value.div(new Exact(10).pow(scale?.power ?? 0))));
  return shown.join('–') + (scale ? ` ${scale.word}` : '');
}

function perUnit(unit: string): string {
  const { name, power } = splitScale(unit);
  const many = power > 0 ? formatNumber(new Exact(10).pow(power)) : undefined;
  if (currencies.has(name)) return `${currencies.get(name)}${many ?? '1'}`;
  const noun = nouns.get(name);
  // So much for each: an item reads better than the plan's measure word (个).
  const shown = noun ? noun[many === undefined ? 0 : 1] : plainCounts.has(name) ? 'item' : name;
  return many === undefined ? (shown ?? name) : `${many} ${shown}`;
}

function splitScale(unit: string): { name: string; power: number } {
  if (unitsBySpelling.has(unit.toLowerCase())) return { name: unit, power: 0 };
  const word = scaleWords.find(
    (scale) => unit === scale || (unit.startsWith(scale) && unitsBySpelling.has(unit.slice(scale.length))),
  );
  return word === undefined
    ? { name: unit, power: 0 }
    : { name: unit.slice(word.length), power: scales.get(word)?.power ?? 0 };
}
