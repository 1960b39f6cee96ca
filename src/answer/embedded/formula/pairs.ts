import { Exact } from '../../../quantity/exact.js';
import { convert, sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import type { Fit } from './fit.js';

/** Two figures that a calculation sets against each other. */
export type Pair = readonly [Indicator, Indicator];

const weightOf = { likeness: 0.5, quote: 0.15, passage: 0.15, year: 0.1 };
/** A pair this near in score leaves open which is meant. */
const clearBy = 0.06;

interface Ranked {
  pair: Pair;
  score: number;
}

/**
 * Of the figures that fit two descriptions, the two that go together best: named alike, in one place, of one year.
 * Undefined where two pairs of other figures do so nearly as well.
 */
export function choosePair(
  first: readonly Fit[],
  second: readonly Fit[],
  goTogether: (a: Indicator, b: Indicator) => boolean,
): Pair | undefined {
  const ranked = first
    .flatMap((a) =>
      second.flatMap((b): Ranked[] => {
        const pair = [a.figure.row, b.figure.row] as const;
        return !isOneThing(...pair) && goTogether(...pair)
          ? [{ pair, score: a.score + b.score + closeness(...pair) }]
          : [];
      }),
    )
    .sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (!best) return undefined;
  const rival = ranked.find(({ pair, score }) => score > best.score - clearBy && !isSame(pair, best.pair));
  return rival ? undefined : best.pair;
}

/** One figure stands in several places. */
function isOneThing(a: Indicator, b: Indicator): boolean {
  if (a === b) return true;
  return a.year === b.year && a.scope === b.scope && a.value === b.value && likeness(a, b) > nearlyOne;
}

const nearlyOne = 0.6;

function closeness(a: Indicator, b: Indicator): number {
  const isOneQuote = a.passageId === b.passageId && a.quote === b.quote;
  return (
    weightOf.likeness * likeness(a, b) +
    (a.passageId === b.passageId ? weightOf.passage : 0) +
    (isOneQuote ? weightOf.quote : 0) +
    (a.year === b.year ? weightOf.year : 0)
  );
}

/** How alike two figures are called, from 0 to 1. */
export function likeness(a: Indicator, b: Indicator): number {
  if (a.canonicalName === b.canonicalName) return 1;
  const [one, other] = [pairsOf(a.name), pairsOf(b.name)];
  if (one.size + other.size === 0) return 0;
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size);
}

/** Share of the shorter name's character pairs that the longer one has: 煤炭消费占比 in 煤炭消费占能源消费总量比重. */
export function containment(a: Indicator, b: Indicator): number {
  const [one, other] = [pairsOf(a.name), pairsOf(b.name)];
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return shared / (Math.min(one.size, other.size) || 1);
}

function pairsOf(name: string): Set<string> {
  return new Set([...name].slice(1).map((character, at) => name.charAt(at) + character));
}

function isSame([a, b]: Pair, [c, d]: Pair): boolean {
  return isSameFigure(a, c) && isSameFigure(b, d);
}

/** The same amount, whatever it is called and wherever it stands. */
export function isSameFigure(a: Indicator, b: Indicator): boolean {
  return (
    a.planId === b.planId && a.value === b.value && sameKind(a.unit, b.unit) && compareAmounts(a, b) === 0
  );
}

/** Below zero where the first is the smaller; both are of one kind. */
export function compareAmounts(a: Indicator, b: Indicator): number {
  const other = convert({ value: new Exact(b.value ?? 0), from: b.unit, to: a.unit });
  return new Exact(a.value ?? 0).minus(other).toNumber();
}
