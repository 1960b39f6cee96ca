import { cutWords, foldText } from '../models/cut-words.js';
import { wordWeight } from '../models/word-weights.js';
import type { Indicator } from '../records.js';
import { type QueryTerm, queryTerms } from './query-terms.js';

/** Indicator rows of one name and scope in one plan, with how well the question names them. */
export interface IndicatorMatch {
  name: string;
  planId: string;
  rows: Indicator[];
  score: number;
  /** Terms of the question that the name covers. */
  covered: Set<string>;
}

/** A name must hold this share of what it says, and of what the question asks, to be meant. */
const leastScore = 0.42;

/**
 * Finds the indicators that a question names. A name counts by how much of it the question says and how
 * much of the question it says, so the longest and most specific one wins; further ones are taken while
 * they cover what is still open.
 */
export function findIndicators({
  phrases,
  indicators,
  limit,
}: {
  phrases: readonly string[];
  indicators: readonly Indicator[];
  limit: number;
}): IndicatorMatch[] {
  const terms = queryTerms(phrases).filter((term) => !/^\d/.test(term.word));
  const text = foldText(phrases.join(' ')).replace(/\s+/g, '');
  const matches = groupRows(indicators)
    .map((group) => scoreGroup(group, terms, text))
    .filter((match) => match.score >= leastScore)
    .sort((a, b) => b.score - a.score || a.name.length - b.name.length);
  return matches.slice(0, limit);
}

function groupRows(indicators: readonly Indicator[]): { name: string; planId: string; rows: Indicator[] }[] {
  const groups = new Map<string, { name: string; planId: string; rows: Indicator[] }>();
  for (const row of indicators) {
    const key = [row.planId, row.scope ?? '', row.canonicalName, row.measure].join('\n');
    const group = groups.get(key) ?? { name: row.name, planId: row.planId, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function scoreGroup(
  group: { name: string; planId: string; rows: Indicator[] },
  terms: readonly QueryTerm[],
  text: string,
): IndicatorMatch {
  const names = new Set(
    group.rows.flatMap((row) => [row.name, row.canonicalName, ...row.aliases]).map(foldText),
  );
  const scope = foldText(group.rows[0]?.scope ?? '');
  let best: { score: number; covered: Set<string> } = { score: 0, covered: new Set() };
  for (const name of names) {
    const scored = scoreName(name.replace(/\s+/g, ''), scope, terms, text);
    if (scored.score > best.score) best = scored;
  }
  return { ...group, ...best };
}

function scoreName(name: string, scope: string, terms: readonly QueryTerm[], text: string) {
  const words = [...new Set(cutWords(name))].filter((word) => word.length > 1 || /[a-z%]/.test(word));
  const weightOf = (word: string) => wordWeight(word);
  const total = words.reduce((sum, word) => sum + weightOf(word), 0);
  const said = words.filter((word) => text.includes(word) || saidOtherwise(word, terms));
  const ofName = total === 0 ? 0 : said.reduce((sum, word) => sum + weightOf(word), 0) / total;
  const full = name + scope;
  const covered = new Set(terms.filter((term) => holds(full, term)).map((term) => term.word));
  const asked = terms.reduce((sum, term) => sum + term.weight, 0);
  const ofQuestion =
    asked === 0
      ? 0
      : terms.reduce((sum, term) => sum + (covered.has(term.word) ? term.weight : 0), 0) / asked;
  const verbatim = text.includes(name) ? 0.25 + name.length / 100 : 0;
  const both = ofName + ofQuestion === 0 ? 0 : (2 * ofName * ofQuestion) / (ofName + ofQuestion);
  return { score: both * 0.6 + ofName * 0.3 + verbatim, covered };
}

function saidOtherwise(word: string, terms: readonly QueryTerm[]): boolean {
  return terms.some((term) =>
    term.alternatives.some((other) => other.includes(word) || word.includes(other)),
  );
}

function holds(name: string, term: QueryTerm): boolean {
  return name.includes(term.word) || term.alternatives.some((other) => name.includes(other));
}
