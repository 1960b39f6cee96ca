import { keepRecent } from '../keep-recent.js';
import { cutWords, foldText, tagWords } from '../models/cut-words.js';
import { isListedWord, wordWeight } from '../models/word-weights.js';
import colloquial from '../vocabulary/colloquial.json' with { type: 'json' };
import synonyms from '../vocabulary/synonyms.json' with { type: 'json' };
import stop from './stop-words.json' with { type: 'json' };

/** A word of the question with what it may also be called, and how much it tells. */
export interface QueryTerm {
  word: string;
  /** Words that mean the same, the word itself not among them. */
  alternatives: string[];
  weight: number;
}

/** Periods and years are matched as years, not as words. */
const periodWord = /^(?:十?[一二三四五六七八九]五|(?:19|20)\d{2}年?|第?[一二三四五六七八九十]年)$/;
const stopWords = new Set(stop.words);
/** What a plan or a part of it is called (三年行动计划) tells little of what is asked. */
const documentWords = new Set(stop.documentWords);
const groupsByWord = new Map<string, string[]>();
for (const group of synonyms.map((words) => words.map(foldText)))
  for (const word of group)
    groupsByWord.set(word, [...(groupsByWord.get(word) ?? []), ...group.filter((one) => one !== word)]);
/** What people say for it (治水), plans call otherwise; plans' words do not lead back to it. */
for (const [word, names] of Object.entries(colloquial))
  groupsByWord.set(word, [...(groupsByWord.get(word) ?? []), ...names]);
const longestSynonym = Math.max(...[...groupsByWord.keys()].map((word) => word.length));

/** Words parted by `|` are what one foreign word may stand for: one term. */
const renderings = /[^\s|]+(?:\|[^\s|]+)+/g;
/** A word that a dictionary gave is less sure to be the one that the plan uses. */
const mostForRendering = 5;
/** Plans use half of what a dictionary gives for one word (自给 of 自给自足). */
const longRendering = 4;

/** What a word of the plan's own title counts: within the plan it tells nearly nothing. */
const backgroundShare = 0.35;

/**
 * Cuts search text into terms: function and question words go, synonyms come along. `background` are words
 * that all of the plan is about.
 */
export function queryTerms(
  texts: readonly string[],
  background: readonly string[] = [],
): readonly QueryTerm[] {
  const key = JSON.stringify([texts, background]);
  const terms = termsKept.get(key) ?? cutTerms(texts, background);
  termsKept.set(key, terms);
  return terms;
}

/** An answer looks at the words of its question many times. */
const termsKept = keepRecent<string, readonly QueryTerm[]>(200);

function cutTerms(texts: readonly string[], background: readonly string[]): QueryTerm[] {
  const known = new Set(background);
  const terms = new Map<string, QueryTerm>();
  for (const rendering of texts.flatMap((text) => text.match(renderings) ?? [])) {
    const words = rendering.split('|');
    const [word = ''] = words;
    const parts = words.filter((one) => one.length >= longRendering).flatMap(cutWords);
    const alternatives = [...new Set([...words, ...parts])].filter((one) => one !== word && one.length > 1);
    terms.set(word, { word, alternatives, weight: Math.min(mostForRendering, ...words.map(wordWeight)) });
  }
  for (const text of texts.map((one) => withoutAsking(foldText(one.replace(renderings, ' '))))) {
    const cut = cutWords(text);
    const inText = synonymsIn(text);
    // 租房 in 公租房 is a part of another word, and not what people say for 租赁住房.
    const isPart = (word: string) =>
      word in colloquial && [...cut, ...inText].some((one) => one !== word && one.includes(word));
    for (const word of [...cut.map(mended), ...inText.filter((one) => !isPart(one))]) {
      if (
        word === '' ||
        stopWords.has(word) ||
        periodWord.test(word) ||
        (word.length === 1 && !groupsByWord.has(word)) ||
        terms.has(word)
      )
        continue;
      terms.set(word, {
        word,
        alternatives: groupsByWord.get(word) ?? [],
        weight: wordWeight(word) * (known.has(word) || documentWords.has(word) ? backgroundShare : 1),
      });
    }
  }
  return [...terms.values()];
}

/** 多大规模 → 规模, 几成: how a question asks is not what it asks about, and misleads the cutter. */
function withoutAsking(text: string): string {
  return text.replace(asking, ' ');
}

const asking = new RegExp(stop.asking.join('|'), 'g');
const functionCharacters = new Set(stop.functionCharacters);

/** What the cutter made up of a word and a function word (税要, 光算) is the word alone. */
function mended(word: string): string {
  if (word.length === 3 && !isListedWord(word) && !groupsByWord.has(word)) {
    // 搞文创: what is done to the matter is no part of it.
    const [first = '', ...rest] = [...word];
    return functionCharacters.has(first) && isListedWord(rest.join('')) ? rest.join('') : word;
  }
  if (word.length !== 2 || isListedWord(word) || groupsByWord.has(word) || isInDictionary(word)) return word;
  const rest = [...word].filter((character) => !functionCharacters.has(character));
  return rest.length === 2 ? word : rest.join('');
}

/** The cutter marks what it made up (税要); what its dictionary has (失能) is a word, however rare. */
function isInDictionary(word: string): boolean {
  const [only, ...more] = tagWords(word);
  return more.length === 0 && only !== undefined && only.tag !== 'x';
}

/** Multi-word entries of the synonym list that the cutter takes apart. */
function synonymsIn(text: string): string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length; start += 1) {
    for (let length = Math.min(longestSynonym, text.length - start); length >= 2; length -= 1) {
      const word = text.slice(start, start + length);
      if (groupsByWord.has(word)) found.push(word);
    }
  }
  return found;
}
