import { foldText } from '../models/cut-words.js';
import type { Passage } from '../records.js';
import { foldPassage } from './fold-passage.js';
import type { QueryTerm } from './query-terms.js';
import { titleShare } from './title-share.js';

/** A candidate passage with what each search gave it; scores of 0 where a search did not find it. */
export interface Candidate {
  passage: Passage;
  textScore: number;
  headScore: number;
  vectorScore: number;
}

export interface RankingContext {
  terms: readonly QueryTerm[];
  /** Question text to compare character pairs with. */
  phrases: readonly string[];
  years: readonly number[];
  /** Numbered parts of a plan that the question names. */
  parts: readonly string[];
  /** True where a figure is asked for, so that tables and sentences with figures come first. */
  wantsFigures: boolean;
}

/** Weights of the parts of a passage's score; measured on the evaluation questions by leaving each out. */
export const weights = {
  text: 1,
  head: 0.35,
  coverage: 1.4,
  headCoverage: 0.5,
  pairs: 0.8,
  vector: 0.25,
  title: 0.7,
  part: 1.2,
  year: 0.3,
  figures: 0.1,
  /** What an alternative word counts beside the asker's own. */
  alternative: 0.8,
};

/** Scores candidates by how much of what the question says they hold; highest first. */
export function rankCandidates(candidates: readonly Candidate[], context: RankingContext) {
  const top = {
    text: Math.max(...candidates.map((one) => one.textScore), 1e-9),
    head: Math.max(...candidates.map((one) => one.headScore), 1e-9),
    vector: Math.max(...candidates.map((one) => one.vectorScore), 1e-9),
  };
  const question = { ...context, pairs: pairsOf(context.phrases), titles: new Map<string, number>() };
  return candidates
    .map((one) => ({ passage: one.passage, score: scoreOf(one, top, question) }))
    .sort((a, b) => b.score - a.score || a.passage.passageId.localeCompare(b.passage.passageId));
}

/** What all candidates are held against, worked out once. */
interface Question extends RankingContext {
  pairs: ReadonlySet<string>;
  /** How much of each heading the question says; many passages stand under the same. */
  titles: Map<string, number>;
}

function scoreOf(
  one: Candidate,
  top: { text: number; head: number; vector: number },
  { terms, pairs, titles, years, parts, wantsFigures }: Question,
): number {
  const { text, head } = foldPassage(one.passage);
  const yearShare = years.filter((year) => text.includes(String(year))).length / (years.length || 1);
  return (
    weights.text * (one.textScore / top.text) +
    weights.head * (one.headScore / top.head) +
    weights.vector * Math.max(0, one.vectorScore / top.vector) +
    weights.coverage * coverage(terms, text) +
    weights.headCoverage * coverage(terms, head) +
    weights.pairs * pairOverlap(pairs, text + head) +
    weights.title * bestTitle(one.passage.sectionPath, terms, titles) +
    weights.year * yearShare * (years.length > 1 ? 2 : 1) +
    (isInPart(one.passage.sectionPath, parts) ? weights.part : 0) +
    (wantsFigures && /\d/.test(text) ? weights.figures : 0) +
    (wantsFigures && one.passage.kind === 'table' ? weights.figures : 0)
  );
}

/** Share of the question's terms, by weight, that a text holds in the asker's words or in others. */
function coverage(terms: readonly QueryTerm[], text: string): number {
  let held = 0;
  let total = 0;
  for (const { word, alternatives, weight } of terms) {
    total += weight;
    if (text.includes(word)) held += weight;
    else if (alternatives.some((other) => text.includes(other))) held += weight * weights.alternative;
  }
  return total === 0 ? 0 : held / total;
}

/** Whether a passage stands in one of the numbered parts (专栏5, 表3). */
export function isInPart(path: readonly string[], parts: readonly string[]): boolean {
  return parts.some((part) =>
    path.some((title) => {
      const folded = foldText(title).replace(/\s+/g, '');
      return folded.startsWith(part) && !/\d/.test(folded.charAt(part.length));
    }),
  );
}

/** How much of a heading on the way to the passage the question says, for the heading it says most of. */
function bestTitle(path: readonly string[], terms: readonly QueryTerm[], titles: Question['titles']): number {
  const shares = path.map((title) => {
    const share = titles.get(title) ?? titleShare(title, terms);
    titles.set(title, share);
    return share;
  });
  return Math.max(0, ...shares);
}

/** Character pairs of the question. */
function pairsOf(phrases: readonly string[]): Set<string> {
  const pairs = new Set<string>();
  for (const phrase of phrases) {
    const plain = foldText(phrase.replace(/\|[^\s|]+/g, '')).replace(/[^\p{L}\p{N}%]/gu, '');
    for (let at = 0; at + 2 <= plain.length; at += 1) pairs.add(plain.slice(at, at + 2));
  }
  return pairs;
}

/** Share of the question's character pairs that a text holds. */
function pairOverlap(pairs: ReadonlySet<string>, text: string): number {
  if (pairs.size === 0) return 0;
  let held = 0;
  for (const pair of pairs) if (text.includes(pair)) held += 1;
  return held / pairs.size;
}
