import { foldText } from '../../models/cut-words.js';
import { isListedWord } from '../../models/word-weights.js';
import type { QueryTerm } from '../../retrieve/query-terms.js';
import { compact } from '../sentences.js';

/** What half of a word that no dictionary has counts beside all of it. */
const partShare = 0.8;
const shortestUnknown = 3;

/** The share of the terms, by weight, that a text holds by any of their names, from 0 to 1. */
export function shareSaid(words: string, terms: readonly QueryTerm[]): number {
  return shareSaidIn(plainText(words), terms);
}

/** A text as `shareSaidIn` wants it; what is asked many times is kept so. */
export function plainText(words: string): string {
  return compact(foldText(words));
}

/** The same for a text that is plain already. */
export function shareSaidIn(text: string, terms: readonly QueryTerm[]): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return terms.reduce((sum, term) => sum + term.weight * holderOf(term)(text), 0) / total;
}

/**
 * Tells how surely a plain text holds a term, from 0 to 1. A word that the cutter made up (治某湖) may stand in part:
 * its characters are then compared in pairs.
 */
export function holderOf(term: QueryTerm): (text: string) => number {
  const holds = known.get(term) ?? makeHolder(term);
  known.set(term, holds);
  return holds;
}

/** The words of a question stay the same while it is answered. */
const known = new WeakMap<QueryTerm, (text: string) => number>();

function makeHolder({ word, alternatives }: QueryTerm): (text: string) => number {
  const names = [word, ...alternatives];
  const isMadeUp = word.length >= shortestUnknown && /^\p{Script=Han}+$/u.test(word) && !isListedWord(word);
  const all = isMadeUp ? word.length - 1 : 0;
  // 金融 of 金融人才 is a word of its own, and says nothing of the rest.
  const pairs = Array.from({ length: all }, (_, at) => word.slice(at, at + 2)).filter(
    (pair) => !isListedWord(pair),
  );
  return (text) => {
    if (names.some((name) => text.includes(name))) return 1;
    if (pairs.length === 0) return 0;
    return (partShare * pairs.filter((pair) => text.includes(pair)).length) / all;
  };
}
