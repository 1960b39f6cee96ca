import { findQuantities, type QuantitySpan } from '../../quantity/find-quantities.js';
import { findPeriods } from '../../quantity/periods.js';
import type { Catalogue } from '../understand/catalogue.js';
import { type PlanMention, resolvePlans } from '../understand/resolve-plans.js';
import { figurePlace } from '../verify/figure-place.js';

/** A figure of a text with what is said of it, what went before included. */
export interface Statement {
  figure: QuantitySpan;
  /** The words around the figure that say what it is of, without years, plans and other figures. */
  name: string;
  /** The figure in a sentence of its own, for verification: name, year, figure. Which plan is meant is in `planIds`. */
  claim: string;
  /** The same in the order in which a person would say it. */
  said: string;
  years: number[];
  /** Plans that it is said of; empty where no plan is named. */
  planIds: string[];
  /** Places that are named and that no plan is about. */
  unknownPlaces: string[];
}

/** What a sentence leaves open comes from the ones before it. */
interface Context {
  planIds: string[];
  planName: string;
  /** The place that is named where it is not the plan's own name: a district of its, a neighbour. */
  place: string;
  unknownPlaces: string[];
  period: string;
}

/** Before the year that a figure is compared with. */
const baseline = /(?:较|比|相比|相较|than in|from|since|over)\s*$/i;
const sentenceEnd = /(?<=[。！？!?；;])|(?<=[a-z\d]\.)\s+|\n+/i;

/** Takes a text apart into its figures, each as a statement that can be looked up. */
export function findStatements(text: string, catalogue: Catalogue): Statement[] {
  let context: Context = { planIds: [], planName: '', place: '', unknownPlaces: [], period: '' };
  return text.split(sentenceEnd).flatMap((sentence) => {
    const read = readSentence(sentence.trim(), context, catalogue);
    context = read.context;
    return read.statements;
  });
}

function readSentence(
  sentence: string,
  before: Context,
  catalogue: Catalogue,
): { statements: Statement[]; context: Context } {
  const { mentions, unknown } = resolvePlans(sentence, catalogue);
  const named = mentions.some(({ via }) => via !== 'place')
    ? mentions.filter(({ via }) => via !== 'place')
    : mentions;
  const isOpen = named.length === 0 && unknown.length === 0;
  const carried: Context = isOpen
    ? before
    : { ...before, planIds: [], planName: '', place: '', unknownPlaces: unknown };
  const figures = findQuantities(sentence);
  const statements = figures
    .filter(({ role }) => role === 'quantity' || role === 'rank')
    .map((figure) => statementOf({ sentence, figure, figures, named, carried }));
  const last = named.at(-1);
  const context = last ? withPlan(carried, last) : carried;
  return { statements, context: { ...context, period: findPeriods(sentence)[0]?.raw ?? before.period } };
}

function statementOf(given: {
  sentence: string;
  figure: QuantitySpan;
  figures: readonly QuantitySpan[];
  named: readonly PlanMention[];
  carried: Context;
}): Statement {
  const { sentence, figure, figures, named, carried } = given;
  const mention = named.findLast(({ end }) => end <= figure.start) ?? named[0];
  const { planIds, planName, place, unknownPlaces, period } = mention ? withPlan(carried, mention) : carried;
  const { lead, tail, years: near } = figurePlace(sentence, figure, figures);
  const own = findPeriods(lead).filter((one) => !isBaseline(lead, one));
  const bare = (text: string) =>
    withoutNames(text, [...own.map(({ raw }) => raw), ...named.map((one) => one.text), ...unknownPlaces]);
  const name = bare(withItsBracket(sentence, figure, lead));
  const after = bare(tail);
  const years = yearsSaid({ sentence, figure, near, period });
  const when = years.length > 0 ? `${years.at(-1)}年` : '';
  return {
    figure,
    name: `${name} ${after}`.trim(),
    claim: `${unknownPlaces.join('')}${place}${name}${when}${figure.raw}${after}`,
    said: `${unknownPlaces.join('')}${planName}${when}${name}${figure.raw}${after}`,
    years,
    planIds,
    unknownPlaces,
  };
}

/** The period that a figure is for; the one that it is compared with (较2015年增长) is not. */
function yearsSaid(given: {
  sentence: string;
  figure: QuantitySpan;
  near: number[];
  period: string;
}): number[] {
  const { sentence, figure, near, period } = given;
  const before = sentence.slice(0, figure.start);
  const periods = findPeriods(before);
  const last = periods.at(-1);
  if (near.length > 0 && (!last || !isBaseline(before, last))) return near;
  const own = periods.findLast((one) => !isBaseline(before, one));
  return yearsOf(own?.raw ?? period);
}

function isBaseline(text: string, { start }: { start: number }): boolean {
  return baseline.test(text.slice(0, start));
}

/** A name may go on after a bracket: 上市（挂牌）公司家数. */
function withItsBracket(sentence: string, figure: QuantitySpan, lead: string): string {
  const start = figure.start - lead.length;
  if (!/[）)]/.test(sentence[start - 1] ?? '') || sentence.slice(start, figure.start) !== lead) return lead;
  const open = Math.max(sentence.lastIndexOf('（', start), sentence.lastIndexOf('(', start));
  if (open < 0) return lead;
  const head =
    sentence
      .slice(0, open)
      .split(/[，,、：:；;。]/)
      .at(-1) ?? '';
  return `${head}${sentence.slice(open, figure.start)}`;
}

function withPlan(context: Context, { planIds, text, via }: PlanMention): Context {
  return { ...context, planIds, planName: text, place: via === 'place' ? text : '', unknownPlaces: [] };
}

function yearsOf(period: string): number[] {
  return findPeriods(period).map(({ to }) => to);
}

function withoutNames(text: string, names: readonly string[]): string {
  return names
    .reduce((rest, one) => rest.replace(new RegExp(escaped(one), 'i'), ' '), text)
    .replace(/\s+/g, ' ')
    .trim();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
