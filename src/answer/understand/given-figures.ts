import { findQuantities } from '../../quantity/find-quantities.js';
import { findPeriods } from '../../quantity/periods.js';
import { lookUpUnit } from '../../quantity/units.js';
import type { Quantity } from '../../records.js';

/** A figure that the asker gives, with the year that the question says it is for. */
export interface GivenFigure extends Quantity {
  year: number | null;
  raw: string;
  /** The words that lead to it, from the comma or the figure before it. */
  lead: string;
}

const leadsToYear = /^\s*(?:[（(]\s*)?(?:in|by|for|as of|at|by the end of|at the end of)?\s*$/i;

/** 60岁以上: who is counted, not how many. */
const ofAge = /^(?:及?以[上下]|老人|老年|的?人)/;

/** Amounts and rates in a question; durations, years and bare numbers are none. */
export function givenFigures(text: string): GivenFigure[] {
  const spans = findQuantities(text).filter(
    ({ role, unit, end }) =>
      role === 'quantity' &&
      unit !== '' &&
      lookUpUnit(unit)?.kind !== 'time' &&
      !(unit === '岁' && ofAge.test(text.slice(end))),
  );
  return spans.map(({ value, valueMax, unit, comparator, raw, start, end }, at) => {
    const from = spans[at - 1]?.end ?? 0;
    const to = spans[at + 1]?.start ?? text.length;
    const year = yearBeside(text, { from, start, end, to });
    const lead =
      text
        .slice(from, start)
        .split(/[，,。；;]/)
        .at(-1) ?? '';
    return { value, valueMax, unit, comparator, raw, year, lead };
  });
}

/** The year that stands nearest before a figure, or right behind it; one beyond another figure is that one's. */
function yearBeside(
  text: string,
  { from, start, end, to }: { from: number; start: number; end: number; to: number },
): number | null {
  const periods = findPeriods(text);
  const behind = periods.find((period) => period.start >= end && period.end <= to);
  const own = behind && leadsToYear.test(text.slice(end, behind.start)) ? behind : undefined;
  const before = periods.filter((period) => period.start >= from && period.end <= start).at(-1);
  const isFollowed = own && /[（(]|in|by|for|as of/i.test(text.slice(end, own.start));
  return (isFollowed ? own : before)?.to ?? null;
}
