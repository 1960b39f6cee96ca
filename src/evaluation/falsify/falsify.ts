import { findQuantities, type QuantitySpan } from '../../quantity/find-quantities.js';
import { formatQuantity } from '../../quantity/format-quantity.js';
import { sameQuantity } from '../../quantity/same-quantity.js';
import { sameKind } from '../../quantity/units.js';
import type { Language } from '../../records.js';
import falsehoods from './falsehoods.json' with { type: 'json' };

/** What of a claim was made false. */
export type Aspect =
  | 'number'
  | 'magnitude'
  | 'other figure'
  | 'unit'
  | 'year'
  | 'place'
  | 'bound'
  | 'measure'
  | 'kind'
  | 'name'
  | 'denial';

/** A claim with one thing about it made false. */
export interface Falsehood {
  aspect: Aspect;
  text: string;
}

/** What a claim rests on, where falsehoods that sound right are taken from. */
export interface Ground {
  /** Text of the cited passages. */
  passages: readonly string[];
  /** Indicators that stand there, each with its amounts. */
  indicators: readonly { name: string; values: readonly (number | null)[] }[];
  /** Places that the claim's plan is about, as they are called in claims. */
  places: readonly string[];
}

/** Falsehoods made of a true claim, by rule: nearly all are untrue, and each differs from it in one thing. */
export function falsify(text: string, ground: Ground): Falsehood[] {
  const spans = findQuantities(text);
  const figures = spans.filter(({ role }) => role === 'quantity');
  const made: [Aspect, string[]][] = [
    ['number', figures.map((one) => withDigits(text, one, nextDigits))],
    ['magnitude', figures.map((one) => withDigits(text, one, tenfold))],
    ['other figure', figures.flatMap((one) => otherFigures(text, one, ground))],
    ['unit', figures.flatMap((one) => otherUnits(text, one))],
    ['year', otherYears(text, spans, ground)],
    ['place', otherPlaces(text, ground)],
    ['bound', figures.flatMap((one) => otherBound(text, one))],
    ['measure', figures.flatMap((one) => swappedBefore(text, one, falsehoods.measures))],
    ['kind', figures.flatMap((one) => swappedBefore(text, one, falsehoods.kinds).slice(0, 1))],
    ['name', figures.flatMap((one) => otherNames(text, one, ground))],
    ['denial', swapped(text, falsehoods.denials).slice(0, 1)],
  ];
  const seen = new Set([text]);
  return made.flatMap(([aspect, texts]) =>
    texts.flatMap((one) => {
      if (seen.has(one)) return [];
      seen.add(one);
      return [{ aspect, text: one }];
    }),
  );
}

function replaced(text: string, { start, end }: { start: number; end: number }, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

function withDigits(text: string, figure: QuantitySpan, change: (digits: string) => string): string {
  return replaced(text, figure, figure.raw.replace(/\d[\d,]*(?:\.\d+)?/, change));
}

/** The last digit one up: 2800 → 2801, 6.5 → 6.6, 9 → 8. */
function nextDigits(digits: string): string {
  const last = Number(digits.at(-1));
  return `${digits.slice(0, -1)}${last === 9 ? 8 : last + 1}`;
}

function tenfold(digits: string): string {
  return digits.includes('.')
    ? String(Number((Number(digits.replace(/,/g, '')) * 10).toPrecision(12)))
    : `${digits}0`;
}

const mostOthers = 2;

/** Figures of the same kind that stand near, for another thing or year. */
function otherFigures(text: string, figure: QuantitySpan, { passages }: Ground): string[] {
  const others = passages
    .flatMap((passage) => findQuantities(passage))
    .filter(
      (one) => one.role === 'quantity' && sameKind(one.unit, figure.unit) && !sameQuantity(one, figure),
    );
  const distinct = others.filter((one, at) => others.findIndex((other) => sameQuantity(one, other)) === at);
  return distinct.slice(0, mostOthers).map(({ raw }) => replaced(text, figure, raw));
}

function otherUnits(text: string, figure: QuantitySpan): string[] {
  return falsehoods.units.flatMap(([from = '', to = '']) => {
    const at = figure.raw.indexOf(from);
    if (at < 0 || (from === '亿元' && /万亿元/.test(figure.raw))) return [];
    return [replaced(text, figure, figure.raw.replace(from, to))];
  });
}

function otherYears(text: string, spans: readonly QuantitySpan[], { passages }: Ground): string[] {
  const years = [...new Set(text.match(/(?<!\d)20\d\d(?!\d)/g) ?? [])];
  const near = passages.flatMap((passage) => passage.match(/(?<!\d)20\d\d(?=年)/g) ?? []);
  if (years.length !== 1 || spans.every(({ role }) => role !== 'quantity')) return [];
  const [year = ''] = years;
  const others = [...new Set([...near, String(Number(year) + 1)])].filter((one) => one !== year);
  return others.slice(0, mostOthers).map((other) => text.replaceAll(year, other));
}

function otherPlaces(text: string, { places }: Ground): string[] {
  const named = places.filter((place) => place.length > 1 && text.includes(place));
  const longest = named.sort((a, b) => b.length - a.length)[0];
  const [other = ''] = falsehoods.places;
  return longest === undefined ? [] : [text.replaceAll(longest, other)];
}

/** The same amount bounded the other way. */
function otherBound(text: string, figure: QuantitySpan): string[] {
  const isEnglish = /[a-z]/.test(text) && !/\p{Script=Han}{4}/u.test(text);
  const language: Language = isEnglish ? 'en' : 'zh';
  if (figure.comparator === 'range') return [];
  const comparator = figure.comparator === '<=' || figure.comparator === '<' ? '>=' : '<=';
  return [replaced(text, figure, formatQuantity({ ...figure, comparator }, language))];
}

function swapped(text: string, pairs: readonly (readonly string[])[]): string[] {
  return pairs.flatMap(([from = '', to = '']) => (text.includes(from) ? [text.replace(from, to)] : []));
}

/** Words that say what a figure is of stand at most this far in front of it. */
const reach = 14;

function swappedBefore(
  text: string,
  { start, end }: QuantitySpan,
  pairs: readonly (readonly string[])[],
): string[] {
  const from = Math.max(0, start - reach);
  const near = text.slice(from, end);
  return swapped(near, pairs).map((one) => text.slice(0, from) + one + text.slice(end));
}

function otherNames(text: string, { start, value }: QuantitySpan, { indicators }: Ground): string[] {
  const from = Math.max(0, start - reach * 2);
  const near = text.slice(from, start);
  const names = indicators.map(({ name }) => name);
  const said = names.filter((name) => near.includes(name)).sort((a, b) => b.length - a.length)[0];
  if (said === undefined) return [];
  const others = indicators
    .filter(({ values }) => !values.includes(value))
    .map(({ name }) => name)
    .filter((name) => !name.includes(said) && !said.includes(name) && !text.includes(name));
  return [...new Set(others)]
    .slice(0, mostOthers)
    .map((name) => text.slice(0, from) + near.replaceAll(said, name) + text.slice(start));
}
