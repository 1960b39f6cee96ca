import { foldText } from '../../../models/cut-words.js';
import { lookUpUnit } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import { type AskedPart, shareSaid } from './asked-parts.js';

/** What is spoken of must share this much of what was spoken of before: the place, or how it is measured. */
const leastAlike = 0.3;
/** Rows of the same sentence or table are the likeliest. */
const gains = { quote: 0.5, passage: 0.4, unit: 0.2, kind: 0.1 };
const wholly = 0.99;

/** Which years a follow-up wants of a row: those that it names, all of them, or those spoken of before. */
export interface YearsWanted {
  years: readonly number[];
  /** “Now, and to come”: every year that there is. */
  all: boolean;
}

/**
 * The row that a follow-up turns to from a row spoken of: another place's or another thing's of the same table or
 * the like (白杨县的呢, 光伏呢), in the year that is wanted. Undefined where the plan has none.
 */
export function siblingRows(
  before: Indicator,
  part: AskedPart,
  rows: readonly Indicator[],
  { years, all }: YearsWanted,
): Indicator[] {
  const wanted = years.length > 0 ? years : before.year === null ? [] : [before.year];
  const candidates = rows
    .filter((row) => row.planId === before.planId && row !== before && saysPart(row, before, part))
    .filter((row) => isOfMoney(row) === isOfMoney(before) || !isOfMoney(before) || part.aspects.length > 0)
    .filter((row) => all || wanted.length === 0 || (row.year !== null && wanted.includes(row.year)))
    .map((row) => ({ row, value: likeness(row, before, part) }))
    .filter(({ value }) => value >= leastAlike)
    .sort((a, b) => b.value - a.value || a.row.name.length - b.row.name.length);
  const [best] = candidates;
  if (!best) return [];
  const same = candidates.filter(
    ({ row }) => row.name === best.row.name && row.scope === best.row.scope && row.quote === best.row.quote,
  );
  return [...new Map(same.map(({ row }) => [`${row.year} ${row.kind}`, row])).values()];
}

/** After a sum of money another thing's sum is asked for, not how many of it there are. */
function isOfMoney({ unit }: Indicator): boolean {
  return lookUpUnit(unit)?.kind === 'money';
}

/** The row of the same name and place in another year: of the same line of a table before any other. */
export function inYear(before: Indicator, year: number, rows: readonly Indicator[]): Indicator | undefined {
  const same = rows.filter(
    (row) =>
      row.planId === before.planId &&
      row.year === year &&
      row.measure === before.measure &&
      row.scope === before.scope &&
      (row.name === before.name ||
        (row.canonicalName === before.canonicalName && row.unit === before.unit)) &&
      // Places of a table may each be the plan's own.
      leadOf(row) === leadOf(before),
  );
  return same.find((row) => row.quote === before.quote) ?? same[0];
}

/** What there was of a figure's thing when the plan was made; a sentence may call it a little otherwise. */
export function baseOf(row: Indicator, rows: readonly Indicator[]): Indicator | undefined {
  const isBase = (one: Indicator) =>
    (one.kind === 'baseline' || one.kind === 'actual') &&
    one.value !== null &&
    one.valueMax === null &&
    one.year !== null &&
    (row.year === null || one.year < row.year);
  const earlier = rows
    .filter((one) => one.planId === row.planId && one.unit === row.unit && isBase(one))
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  const same = earlier
    .flatMap(({ year }) => (year === null ? [] : (inYear(row, year, rows) ?? [])))
    .find(isBase);
  if (same) return same;
  const called = earlier.filter(
    (one) =>
      one.scope === row.scope &&
      one.measure === row.measure &&
      one.year === earlier[0]?.year &&
      sharedInOrder(one.name, row.name) >= leastShared * Math.min(one.name.length, row.name.length),
  );
  // Two that are called nearly so leave open which is meant.
  return new Set(called.map(({ value }) => value)).size === 1 ? called[0] : undefined;
}

const leastShared = 0.75;

/** How many characters two names have in common, in their order (县域公路里程, 公路通车里程). */
function sharedInOrder(a: string, b: string): number {
  let before = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const next = [0];
    for (let at = 0; at < b.length; at += 1)
      next.push(one === b[at] ? (before[at] ?? 0) + 1 : Math.max(before[at + 1] ?? 0, next[at] ?? 0));
    before = next;
  }
  return before.at(-1) ?? 0;
}

/** The first cell of a row is whose it is, where the place is the plan's own. */
function leadOf({ source, quote, name, ownScope }: Indicator): string {
  const lead = source === 'table' && ownScope ? (quote.split('\t')[0] ?? '') : '';
  return /^\p{Script=Han}{2,}$/u.test(lead) && !lead.includes(name) && placeEnding.test(lead) ? lead : '';
}

const placeEnding = /[省市县区州盟旗]$/;

/** All that the part names is the row's place or name, and the row before does not have it. */
function saysPart(row: Indicator, before: Indicator, { terms }: AskedPart): boolean {
  const said = identity(row);
  return shareSaid(terms, said) >= wholly && shareSaid(terms, identity(before)) < wholly;
}

function identity(row: Indicator): string {
  return `${row.scope ?? ''} ${row.name} ${leadOf(row)}`;
}

/** How much of the row before stays when what the part names takes its place. */
function likeness(row: Indicator, before: Indicator, { terms, text }: AskedPart): number {
  const without = (text: string) =>
    terms.reduce((rest, { word }) => rest.replaceAll(word, ''), foldText(text).replace(/\s+/g, ''));
  const kept = pairShare(without(row.name), foldText(before.name).replace(/\s+/g, ''));
  const isOfSamePlace = row.scope === before.scope;
  const name = foldText(row.name);
  const asked = foldText(text).replace(/\s+/g, '').replace(/呢$/, '');
  const isNamed = isOfSamePlace && (asked.includes(name) || name.includes(asked));
  const isBeside = isOfSamePlace && row.passageId === before.passageId;
  const alike = Math.max(kept, isBeside ? leastAlike : 0, isNamed ? 1 : 0);
  return (
    alike +
    (alike === 0 ? -1 : 0) +
    (row.quote === before.quote ? gains.quote : 0) +
    (row.passageId === before.passageId ? gains.passage : 0) +
    (row.unit === before.unit ? gains.unit : 0) +
    (row.kind === before.kind ? gains.kind : 0)
  );
}

/** Share of a text's character pairs that stand in another. */
function pairShare(text: string, other: string): number {
  const pairs = Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  if (pairs.length === 0) return text !== '' && other.includes(text) ? 1 : 0;
  return pairs.filter((pair) => other.includes(pair)).length / pairs.length;
}
