import { cutWords } from '../models/cut-words.js';
import { wordWeight } from '../models/word-weights.js';
import type { QueryTerm } from './query-terms.js';

/** How much of a heading a question says, by weight of its words, from 0 to 1. */
export function titleShare(title: string, terms: readonly QueryTerm[]): number {
  const words = titleWords(title);
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  if (total < leastTitleWeight) return 0;
  const held = terms
    .flatMap((term) => [term.word, ...term.alternatives])
    .filter((one) => title.includes(one));
  // A synonym of several words (面临问题) says each of them.
  const said = words.filter(({ word }) => held.some((one) => one.includes(word) || word === one));
  return said.reduce((sum, { weight }) => sum + weight, 0) / total;
}

/** Titles of one general word say too little of what stands under them. */
const leastTitleWeight = 8;
const knownTitles = new Map<string, { word: string; weight: number }[]>();

function titleWords(title: string): { word: string; weight: number }[] {
  const known = knownTitles.get(title);
  if (known) return known;
  const all = [...new Set(cutWords(title))].filter(
    (word) => word.length > 1 && !/^[\d一二三四五六七八九十第章节篇]+$/.test(word),
  );
  const whole = all.filter((word) => !all.some((longer) => longer !== word && longer.includes(word)));
  const words = whole.map((word) => ({ word, weight: wordWeight(word) }));
  if (knownTitles.size < 20_000) knownTitles.set(title, words);
  return words;
}
