import type { QuantitySpan } from '../../quantity/find-quantities.js';
import { findPeriods, type PeriodSpan } from '../../quantity/periods.js';

/** What a text says of one of its figures. */
export interface FigurePlace {
  /** The words that the figure stands among, from the comma or the figure before it to the next. */
  own: string;
  /** The sentence, or half of one up to a semicolon. */
  clause: string;
  /** Both ends of the period that the figure is for; empty where the text names none. */
  years: number[];
}

const clauseEnd = /[。；;\n！？]|\.(?=\s|$)/g;
const segmentEnd = /[，,：:（）()]|\s[—–]\s/g;
/** Between a figure and the year after it that it is for: 5280亿元（2020年）, 5,280 in 2020. */
const yearFollows = /^\s*[（(]?\s*(?:(?:in|by|for|as of|at|by the end of|at the end of)\s+)?[（(]?$/i;
const nextYearFollows = /^(?:[（(]|\s*(?:[（(]|in|by|for|as|at))/i;

/** Where a figure stands in a text; `all` are the text's figures, this one among them. */
export function figurePlace(text: string, figure: QuantitySpan, all: readonly QuantitySpan[]): FigurePlace {
  const [from, to] = bounds(text, figure, clauseEnd, 0, text.length);
  const floor = Math.max(from, ...all.filter(({ end }) => end <= figure.start).map(({ end }) => end));
  const ceiling = Math.min(to, ...all.filter(({ start }) => start >= figure.end).map(({ start }) => start));
  let [start, end] = bounds(text, figure, segmentEnd, floor, ceiling);
  // "达到8000亿元" alone, and what stands in brackets, are said of what goes before.
  while (start > from && !namesSomething(text.slice(start, end), figure.raw))
    [start, end] = [bounds(text, { start: start - 1, end }, segmentEnd, from, to)[0], end];
  return {
    own: text.slice(start, end).replace(figure.raw, ' '),
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

function namesSomething(text: string, figure: string): boolean {
  const rest = text.replace(figure, '').replace(/\d{4}年?|达到|达|为|到|至|约/g, '');
  return /\p{Script=Han}{2}|[A-Za-z]{3}/u.test(rest);
}

function yearsOf(text: string, figure: QuantitySpan): number[] {
  const periods = findPeriods(text).filter(({ start, end }) => end <= figure.start || start >= figure.end);
  const next = periods.find(({ start }) => start >= figure.end);
  const gap = next && text.slice(figure.end, next.start);
  const isFollowed = gap !== undefined && nextYearFollows.test(gap) && yearFollows.test(gap);
  const before = periods.filter(({ end }) => end <= figure.start).at(-1);
  const own = isFollowed ? next : before;
  return own ? endsOf(own) : [];
}

function endsOf({ from, to }: PeriodSpan): number[] {
  return from === to ? [to] : [from, to];
}
