import type { QueryTerm } from '../../../retrieve/query-terms.js';
import { titleShare } from '../../../retrieve/title-share.js';
import { holderOf } from '../share-said.js';
import type { MatterTerm } from './matters.js';
import type { PlanText } from './plan-text.js';

/** A matter that is asked about, held against the text of one plan. */
export interface Matter {
  /** Share of the matter, by weight, that the plan speaks of at all. */
  known: number;
  /** Share of the matter that each sentence says by itself. */
  own: readonly number[];
  /** Share of the matter that each heading says. */
  titled: readonly number[];
  /** Share of each heading that the matter says. */
  exact: readonly number[];
  /** Share that some sentences and a heading say together. */
  together(units: readonly number[], title: number): number;
}

/** A word of the matter with what it tells within the plan, and how surely each sentence and heading holds it. */
interface WeighedTerm {
  term: MatterTerm;
  weight: number;
  inUnits: readonly number[];
  inTitles: readonly number[];
}

/** The plan must speak of this share of a matter to treat it. */
export const leastKnown = 0.3;
/** A part of a longer word (学前 of 学前教育) tells little beside it. */
const partShare = 0.3;
/** A word that most sentences of the plan have still tells something. */
const leastTelling = 0.05;
/** What the sentence that says most of a matter says counts as all of it, down to this share. */
const leastMost = 0.6;

/**
 * Weighs the words of a matter by how rare they are in the plan, so that what all of it is about decides nothing, and
 * says how much of it each sentence and heading holds. Words that the plan does not have are left out.
 */
export function weighMatter(terms: readonly MatterTerm[], text: PlanText): Matter {
  const all = terms.map((term) => weighTerm(term, text));
  const held = all.filter(({ inUnits, inTitles }) => [inUnits, inTitles].some((one) => one.some(isSaid)));
  const weighed = held.map((one) => (isPart(one, held) ? { ...one, weight: one.weight * partShare } : one));
  const total = sum(weighed, ({ weight }) => weight) || 1;
  const missing = sum(
    all.filter((one) => !held.includes(one) && !isSaidInPart(one, all, held)),
    ({ weight }) => weight,
  );
  const own = text.units.map((_, at) => sum(weighed, ({ weight, inUnits }) => weight * (inUnits[at] ?? 0)));
  const titled = text.titles.map((_, at) =>
    sum(weighed, ({ weight, inTitles }) => weight * (inTitles[at] ?? 0)),
  );
  const most = [...own, ...titled].reduce((one, other) => Math.max(one, other), leastMost * total);
  const words: QueryTerm[] = weighed.map(({ term }) => term);
  return {
    known: total / (total + missing),
    own: own.map((share) => share / most),
    titled: titled.map((share) => share / most),
    exact: titled.map((share, at) => (share > 0 ? titleShare(text.titles[at] ?? '', words) : 0)),
    together: (units, title) =>
      sum(weighed, ({ weight, inUnits, inTitles }) => {
        const inText = units.reduce((most, at) => Math.max(most, inUnits[at] ?? 0), inTitles[title] ?? 0);
        return weight * inText;
      }) / most,
  };
}

function weighTerm(term: MatterTerm, { units, titles }: PlanText): WeighedTerm {
  const holds = holderOf(term);
  const inUnits = units.map(({ plain }) => holds(plain));
  const holding = inUnits.filter(isSaid).length;
  const telling = Math.log((units.length + 1) / (holding + 0.5)) / Math.log(units.length + 1);
  return {
    term,
    inUnits,
    inTitles: titles.map(holds),
    weight: term.weight * Math.max(leastTelling, telling),
  };
}

function isPart({ term }: WeighedTerm, all: readonly WeighedTerm[]): boolean {
  return all.some((one) => one.term !== term && !one.term.isPhrase && one.term.word.includes(term.word));
}

/** 旅游业, where the plan has 旅游; and what the cutter made of its end (游业). */
function isSaidInPart(
  { term }: WeighedTerm,
  all: readonly WeighedTerm[],
  held: readonly WeighedTerm[],
): boolean {
  const around = all.filter((one) => one.term.word.includes(term.word));
  return around.some((one) => held.some((other) => one.term.word.includes(other.term.word)));
}

const isSaid = (share: number): boolean => share > 0;

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
