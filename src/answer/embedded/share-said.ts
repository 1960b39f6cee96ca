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
  return terms.reduce((sum, term) => sum + term.weight * held(text, term), 0) / total;
}

/** A word that the cutter made up (治某湖) may stand in part: its characters are then compared in pairs. */
function held(text: string, { word, alternatives }: QueryTerm): number {
  if (text.includes(word) || alternatives.some((one) => text.includes(one))) return 1;
  if (word.length < shortestUnknown || !/^\p{Script=Han}+$/u.test(word) || isListedWord(word)) return 0;
  const pairs = Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  // 金融 of 金融人才 is a word of its own, and says nothing of the rest.
  const own = pairs.filter((pair) => !isListedWord(pair) && text.includes(pair));
  return (partShare * own.length) / pairs.length;
}
