import type { QuantitySpan } from '../../quantity/find-quantities.js';
import { findPeriods, type PeriodSpan } from '../../quantity/periods.js';
import { respectiveName } from './respective-name.js';
import { placeStems } from './said-words.js';

/** What a text says of one of its figures. */
export interface FigurePlace {
  /** The words that lead to the figure, from the comma or the figure before it. */
  lead: string;
  /** Those of them that are the figure's alone, from the figure before it. */
  near: string;
  /** The words after it, up to the next comma or figure. */
  tail: string;
  /** The sentence, or half of one up to a semicolon. */
  clause: string;
  /** Both ends of the period that the figure is for; empty where the text names none. */
  years: number[];
}

const clauseEnd = /[。；;\n！？]|\.(?=\s|$)/g;
const clauseBreak = /[。；;\n]/;
const sentenceEnd = /[。\n！？]|\.(?=\s|$)/g;
const segmentEnd = /[，,、：:（）()\t]|\s[—–]\s/g;
/** Between a figure and the year after it that it is for: 5,280 in 2020, 5280亿元（2020年）. */
const leadsToYear = /^\s*(?:[（(]\s*)?(?:in|by|for|as of|at|by the end of|at the end of)\s+$/i;
const opensBracket = /^\s*[（(]\s*$/;

/** Said with any figure. */
const emptyWords =
  /\d{4}年?|目标值?|的目标|力争|将|多少|几[家个户人项条亿]?|哪[个家里]?|各[是要有]?|分别|请问|定[了为]?|[呢吗谁]|达到|达|为|到|至|约|\b(?:the|is|are|was|were|and|from|with|will|reach(?:es|ed)?|target(?:ed)?|about|over|for|its|by|which|with|that|this|at|of|an?|be|been|has|have|had|put|set|planned|expected|projected|stands?|stood|amount(?:s|ed)?|totals?|totalled|agrees?|match(?:es)?|stated|given|plan|yuan|RMB|annual(?:ly)?|years?|each|every|per)\b/gi;

/** Where a figure stands in a text; `all` are the text's figures, this one among them. */
export function figurePlace(text: string, figure: QuantitySpan, all: readonly QuantitySpan[]): FigurePlace {
  // Marks inside a figure (1,200) part nothing, and figures name nothing.
  const bare = withoutFigures(text, all);
  const [from, to] = bounds(bare, figure, clauseEnd, 0, text.length);
  // A year or an ordinal says something of the figure; only another figure ends what is said of this one.
  const others = all.filter(({ role }) => role === 'quantity' || role === 'rank');
  const floor = Math.max(from, ...others.filter(({ end }) => end <= figure.start).map(({ end }) => end));
  const ceiling = Math.min(
    to,
    ...others.filter(({ start }) => start >= figure.end).map(({ start }) => start),
  );
  let [start, end] = bounds(bare, figure, segmentEnd, floor, ceiling);
  const first = start;
  // "达到8000亿元" alone, what stands in brackets, and "；2020年为5280亿元" are said of what goes before.
  const [head] = bounds(bare, figure, sentenceEnd, 0, text.length);
  while (start > head && !namesSomething(bare.slice(start, end)))
    start = bounds(bare, { start: start - 1, end }, segmentEnd, head, to)[0];
  return {
    lead: respectiveName(text, figure, others) ?? text.slice(start, figure.start),
    near: text.slice(Math.max(first, floor), figure.start),
    tail: text.slice(figure.end, end),
    clause: text.slice(from, to),
    years: yearsOf(text, figure),
  };
}

/** The stretch around a span between two marks, within the limits. */
function bounds(
  text: string,
  { start, end }: { start: number; end: number },
  mark: RegExp,
  floor: number,
  ceiling: number,
): [number, number] {
  const found = [...text.matchAll(mark)].map((match) => ({
    at: match.index,
    after: match.index + match[0].length,
  }));
  const before = found.filter(({ after }) => after <= start).map(({ after }) => after);
  const behind = found.filter(({ at }) => at >= end).map(({ at }) => at);
  return [Math.max(floor, ...before), Math.min(ceiling, ...behind)];
}

/** The text with its figures blanked out. */
function withoutFigures(text: string, all: readonly QuantitySpan[]): string {
  return all.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

/** Whether words say what a figure is of: more than whose it is, for when, and that it is one. */
export function namesSomething(text: string): boolean {
  const said = text.replace(emptyWords, ' ');
  // A place alone says whose the figure is, and not what.
  const rest = placeStems(said).reduce((left, stem) => left.replace(stem, ' '), said);
  return /\p{Script=Han}{2}|[A-Za-z]{3}/u.test(rest);
}

function yearsOf(text: string, figure: QuantitySpan): number[] {
  const periods = findPeriods(text).filter(({ start, end }) => end <= figure.start || start >= figure.end);
  const next = periods.find(({ start }) => start >= figure.end);
  const gap = next && text.slice(figure.end, next.start);
  const isFollowed =
    next !== undefined &&
    gap !== undefined &&
    (leadsToYear.test(gap) || (opensBracket.test(gap) && isAside(text.slice(next.end))));
  const before = periods.filter(({ end }) => end <= figure.start).at(-1);
  const own = isFollowed ? next : before;
  if (!own) return [];
  // A year of an earlier clause may have been that clause's alone; then any that the text names will do.
  const isCarried = own === before && clauseBreak.test(text.slice(own.end, figure.start));
  return isCarried ? [...new Set(periods.flatMap(endsOf))] : endsOf(own);
}

/** A bracket with another figure after its year speaks of that one: 12%（2020年为11.90%）. */
function isAside(rest: string): boolean {
  const inside = /^[^（()）]*(?=[）)])/.exec(rest)?.[0];
  return inside !== undefined && !/\d/.test(inside);
}

function endsOf({ from, to }: PeriodSpan): number[] {
  return from === to ? [to] : [from, to];
}
