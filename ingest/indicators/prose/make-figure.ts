import type { Figure } from '../figure.js';
import { measureOf } from '../measure.js';
import type { PlanFrame } from '../plan-frame.js';
import type { Scope } from '../scope.js';
import { comparatorOf } from './bound.js';
import { type Years, yearsOf } from './dates.js';
import { isWanted, kindOf } from './kind.js';
import type { Naming } from './naming.js';
import { quotesOf } from './quote.js';
import { rankText, rankValue } from './rank.js';
import type { SentenceRequest } from './read-figures.js';
import type { Mention } from './sentence.js';

/** Makes a named figure of a sentence into a row: its quantity, years, kind and measure. */
export function figureOf({
  request,
  mention,
  name,
  scope,
  naming,
}: {
  request: SentenceRequest;
  mention: Mention;
  name: string;
  scope: Scope;
  naming: Naming;
}): Figure {
  const { sentence, place, frame, tense, carried, asOf } = request;
  const { span } = mention;
  const found = yearsOf(sentence, mention, carried);
  // What is asked for is not for the year of the state told before.
  const years = asOf && !found.stated && isWanted(sentence.text, mention) ? { ...found, year: null } : found;
  const kind = years.before
    ? 'actual'
    : kindOf({
        sentence: sentence.text,
        mention,
        year: years.year,
        tense,
        frame,
        asOf: asOf && !years.stated,
      });
  const isRank = span.role === 'rank';
  const isChange = naming.relation === 'growth';
  const termFrom = firstOfTerm({ mention, year: years.year, kind, frame });
  const { value, valueMax, unit } = span;
  const measure = isChange && unit !== '倍' ? 'rate' : measureOf({ name, unit });
  const comparator = comparatorOf(sentence, mention);
  return {
    name,
    ...scope,
    quantity: isRank ? rankValue(span) : { value: shown(value), valueMax, unit, comparator },
    text: isRank ? rankText(sentence.text, mention) : span.raw,
    year: years.before || isOfNow(years, kind, frame) ? null : (years.year ?? usualYear(kind, frame)),
    yearFrom: isChange ? (years.reference ?? years.yearFrom) : (termFrom ?? years.yearFrom),
    measure: termFrom !== undefined && measure === 'level' ? 'cumulative' : measure,
    kind,
    attribute: null,
    source: place.source,
    sectionPath: place.sectionPath,
    lines: place.lines,
    quotes: quotesOf(sentence.text, mention),
  };
}

const term = /^[，；、\s]*([三五35])年(?![来内])/;

/** 五年选派260名: the first of the years that bring them together, for a term as long as the plan's. */
function firstOfTerm(place: {
  mention: Mention;
  year: number | null;
  kind: Figure['kind'];
  frame: PlanFrame;
}): number | undefined {
  const { mention, year, kind, frame } = place;
  const said = term.exec(mention.lead)?.[1];
  const length = said === '三' || said === '3' ? 3 : 5;
  if (said === undefined || frame.start === null || frame.end === null) return undefined;
  if (kind === 'actual') return year === null || year === frame.base ? frame.start - length : undefined;
  const isWhole = frame.end - frame.start + 1 === length && (year === null || year === frame.end);
  return isWhole ? frame.start : undefined;
}

/** What is there already (截至目前…8支) is not of the year to come that its column is headed with. */
function isOfNow({ year, stated }: Years, kind: Figure['kind'], { start }: PlanFrame): boolean {
  return kind === 'actual' && !stated && year !== null && start !== null && year > start;
}

function usualYear(kind: Figure['kind'], { base, end }: PlanFrame): number | null {
  return kind === 'target' ? end : base;
}

/** A third is 33.3333 %, not what floating point makes of it. */
function shown(value: number): number {
  return Number(value.toPrecision(10));
}
