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
  /** The figure in a sentence of its own: plan, year, name, figure. */
  claim: string;
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
  unknownPlaces: string[];
  period: string;
}

const sentenceEnd = /(?<=[。！？!?；;])|(?<=[a-z\d]\.)\s+|\n+/i;

/** Takes a text apart into its figures, each as a statement that can be looked up. */
export function findStatements(text: string, catalogue: Catalogue): Statement[] {
  let context: Context = { planIds: [], planName: '', unknownPlaces: [], period: '' };
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
  const carried: Context = isOpen ? before : { ...before, planIds: [], planName: '', unknownPlaces: unknown };
  const figures = findQuantities(sentence);
  const statements = figures
    .filter(({ role }) => role === 'quantity')
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
  const { planIds, planName, unknownPlaces, period } = mention ? withPlan(carried, mention) : carried;
  const { lead, tail, years } = figurePlace(sentence, figure, figures);
  const name = withoutNames(
    lead,
    named.map(({ text }) => text),
  );
  const after = withoutNames(
    tail,
    named.map(({ text }) => text),
  );
  const spoken = years.length > 0 ? years : yearsOf(period);
  const when = spoken.length > 0 ? `${spoken.at(-1)}年` : '';
  return {
    figure,
    name: `${name} ${after}`.trim(),
    claim: `${unknownPlaces.join('')}${planName}${when}${name}${figure.raw}${after}`,
    years: spoken,
    planIds,
    unknownPlaces,
  };
}

function withPlan(context: Context, { planIds, text }: PlanMention): Context {
  return { ...context, planIds, planName: text, unknownPlaces: [] };
}

function yearsOf(period: string): number[] {
  return findPeriods(period).map(({ to }) => to);
}

function withoutNames(text: string, names: readonly string[]): string {
  const periods = findPeriods(text).map(({ raw }) => raw);
  return [...periods, ...names]
    .reduce((rest, one) => rest.replace(new RegExp(escaped(one), 'i'), ' '), text)
    .replace(/\s+/g, ' ')
    .trim();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
