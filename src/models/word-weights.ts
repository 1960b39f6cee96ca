import { idf } from '@node-rs/jieba/dict.js';
import { type ListedWords, readListedWords } from './listed-words.js';

/** Weight of a word that the frequency list does not know: names and terms, but also slips of the cutter. */
const unknownWeight = 9;

let weights: ListedWords | undefined;

/**
 * Inverse document frequency of a word in general Chinese, from the list that ships with the cutter, so
 * that a file's rows do not depend on which other files are in the index.
 */
export function wordWeight(word: string): number {
  weights ??= load();
  if (/^[\d.]+$/.test(word)) return 6;
  return weights.get(word) ?? (word.length === 1 ? 3 : unknownWeight);
}

function load(): ListedWords {
  return readListedWords(new TextDecoder().decode(idf));
}

/** How much a word is used, higher for more; words that the list lacks come last. */
export function wordFrequency(word: string): number {
  weights ??= load();
  return -(weights.get(word) ?? Number.POSITIVE_INFINITY);
}

/** Whether the list has a word; the cutter makes others up where it does not know what it reads. */
export function isListedWord(word: string): boolean {
  weights ??= load();
  return weights.get(word) !== undefined;
}
