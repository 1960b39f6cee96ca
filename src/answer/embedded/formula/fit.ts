import { cutWords } from '../../../models/cut-words.js';
import { termInName } from '../../../retrieve/find-indicators.js';
import type { QueryTerm } from '../../../retrieve/query-terms.js';
import type { GivenFigure } from '../../understand/given-figures.js';
import { isPlanned } from '../firmness.js';
import type { Description } from './describe.js';
import { type Figure, leadOf } from './figure-pool.js';
import words from './formula-words.json' with { type: 'json' };

/** How well a figure is what a part of the question describes. */
export interface Fit {
  figure: Figure;
  /** Share of the description, by weight, that the figure and its place say. */
  said: number;
  score: number;
}

/** What stands beside a figure, or above it, says less than its own name. */
const credit = { lead: 0.85, table: 0.85, sentence: 0.6, head: 0.6 };
/** A description is met when this much of it is said … */
const leastSaid = 0.8;
/** … this much by the figure's own name. */
const leastOwn = 0.45;
const weightOf = { exact: 0.5, year: 0.1, wants: 0.1, literal: 0.15, span: 0.2, canonical: 0.6 };
/** 每千人口医师数 is no number of people. */
const each = /每(?!年)|人均|户均|亩均/;
const neutral = new Set(words.neutral);
const mostFits = 14;

/** The figures that a description fits, the best first. `asked` is the whole question, folded. */
export function fitsOf(description: Description, pool: readonly Figure[], asked: string): Fit[] {
  const asksEach = each.test(asked);
  const total = description.terms.reduce((sum, { weight }) => sum + weight, 0);
  return pool
    .filter((figure) => isOfPlanAndYear(figure, description) && (asksEach || !each.test(figure.row.name)))
    .flatMap((figure): Fit[] => {
      const { said, own } = saidOf(figure, description.terms);
      if (total > 0 && (said / total < leastSaid || own / total < leastOwn)) return [];
      const share = total === 0 ? 1 : said / total;
      const score =
        share +
        weightOf.exact * exactness(figure, asked) +
        (description.canonicalName === figure.row.canonicalName ? weightOf.canonical : 0) +
        (description.literal.length > 2 && figure.own.includes(description.literal) ? weightOf.literal : 0) +
        timeFit(figure, description);
      return [{ figure, said: share, score }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, mostFits);
}

function isOfPlanAndYear({ row, own }: Figure, { plans, years, quoted }: Description): boolean {
  if (plans.length > 0 && !plans.includes(row.planId)) return false;
  const isQuoted = ({ raw, value, unit }: GivenFigure) =>
    (row.value === value && row.unit === unit) || own.includes(raw.replace(bound, ''));
  if (row.name === '' || !quoted.every(isQuoted)) return false;
  return years.length === 0 || row.year === null || years.includes(row.year);
}

/** Weight of the terms that a figure says, and of those that its own name says. */
export function saidOf(figure: Figure, terms: readonly QueryTerm[]): { said: number; own: number } {
  const beside = figure.row.source === 'table' ? credit.table : credit.sentence;
  let [said, own] = [0, 0];
  for (const term of terms) {
    const named = termInName(term, figure.own);
    const inName = named > 0 ? named : credit.lead * ofLead(figure, term);
    own += inName * term.weight;
    const best = Math.max(
      inName,
      beside * termInName(term, figure.near),
      credit.head * termInName(term, figure.head),
    );
    said += best * term.weight;
  }
  return { said, own };
}

/** What only stands in the sentence may stand right before the figure. */
function ofLead(figure: Figure, term: QueryTerm): number {
  const isInSentence = figure.row.source === 'prose' && termInName(term, figure.near) > 0;
  return isInSentence ? termInName(term, leadOf(figure)) : 0;
}

const cut = new WeakMap<object, readonly string[]>();

/** Share of a figure's name that the question says: 私募基金管理规模 is more than 基金管理规模. */
function exactness({ row }: Figure, asked: string): number {
  const known = cut.get(row) ?? cutWords(row.name).filter((word) => !neutral.has(word));
  cut.set(row, known);
  if (known.length === 0) return 1;
  return known.filter((word) => asked.includes(word)).length / known.length;
}

/** 超, 不低于 before an amount. */
const bound = /^[^\d一二三四五六七八九十百千]+/;

function timeFit({ row }: Figure, { years, wants, spans }: Description): number {
  const ofSpan = spans && row.measure === 'cumulative' ? weightOf.span : 0;
  const ofYear = (years.length > 0 && row.year !== null ? weightOf.year : 0) + ofSpan;
  if (wants === null) return ofYear;
  return ofYear + (isPlanned(row) === (wants === 'target') ? weightOf.wants : -weightOf.wants);
}
