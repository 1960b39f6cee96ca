import type { QuantitySpan } from '../../quantity/find-quantities.js';
import { findPeriods, type PeriodSpan } from '../../quantity/periods.js';

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
const sentenceEnd = /[。\n！？]|\.(?=\s|$)/g;
const segmentEnd = /[，,、：:（）()\t]|\s[—–]\s/g;
/** Between a figure and the year after it that it is for: 5,280 in 2020, 5280亿元（2020年）. */
const leadsToYear = /^\s*(?:[（(]\s*)?(?:in|by|for|as of|at|by the end of|at the end of)\s+$/i;
const opensBracket = /^\s*[（(]\s*$/;

/** Said with any figure. */
const emptyWords =
  /\d{4}年?|目标值?|的目标|力争|将|达到|达|为|到|至|约|\b(?:the|is|are|was|were|and|from|with|will|reach(?:es|ed)?|target(?:ed)?|about|over|for|its|by|yuan|RMB)\b/gi;

/** Where a figure stands in a text; `all` are the text's figures, this one among them. */
export function figurePlace(text: string, figure: QuantitySpan, all: readonly QuantitySpan[]): FigurePlace {
  const [from, to] = bounds(text, figure, clauseEnd, 0, text.length);
  // A year or an ordinal says something of the figure; only another figure ends what is said of this one.
  const others = all.filter(({ role }) => role === 'quantity' || role === 'rank');
  const floor = Math.max(from, ...others.filter(({ end }) => end <= figure.start).map(({ end }) => end));
  const ceiling = Math.min(
    to,
    ...others.filter(({ start }) => start >= figure.end).map(({ start }) => start),
  );
  let [start, end] = bounds(text, figure, segmentEnd, floor, ceiling);
  const first = start;
  // "达到8000亿元" alone, what stands in brackets, and "；2020年为5280亿元" are said of what goes before.
  const [head] = bounds(text, figure, sentenceEnd, 0, text.length);
  while (start > head && !namesSomething(text.slice(start, end), figure.raw))
    start = bounds(text, { start: start - 1, end }, segmentEnd, head, to)[0];
  const siblings = others.filter((one) => one.start >= start && one.start < to);
  return {
    lead: respective(text.slice(start, figure.start), siblings.indexOf(figure), siblings.length),
    near: text.slice(Math.max(first, floor), figure.start),
    tail: text.slice(figure.end, end),
    clause: text.slice(from, to),
    years: yearsOf(text, figure),
  };
}

/** 存款、贷款分别达6.5万亿元、6万亿元: the second figure is of the second name. */
function respective(lead: string, at: number, count: number): string {
  const [named, ...rest] = lead.split('分别');
  const names = (named ?? '').split(/[、和与及]/);
  return rest.length > 0 && names.length === count ? (names[at] ?? lead) : lead;
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

function namesSomething(text: string, figure: string): boolean {
  const rest = text.replace(figure, '').replace(emptyWords, ' ');
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
  return own ? endsOf(own) : [];
}

/** A bracket with another figure after its year speaks of that one: 12%（2020年为11.90%）. */
function isAside(rest: string): boolean {
  const inside = /^[^（()）]*(?=[）)])/.exec(rest)?.[0];
  return inside !== undefined && !/\d/.test(inside);
}

function endsOf({ from, to }: PeriodSpan): number[] {
  return from === to ? [to] : [from, to];
}
