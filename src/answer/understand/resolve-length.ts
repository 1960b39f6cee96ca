import { findQuantities } from '../../quantity/find-quantities.js';

/** How long an answer is asked to be. */
export interface AskedLength {
  characters?: number;
  points?: number;
}

const characters = /(\d{2,4}|[一二两三四五六七八九]百)\s*(?:个)?(?:字|characters|words)/i;
const sentences =
  /([一二两三四五六七八九十]|\d{1,2})\s*(?:句话|句|点|条要点|bullet points|sentences?|points?)/i;
const short = /简要|简短|简单(?:说|讲|概)|一两句|briefly|in brief|short/i;
const shortCharacters = 400;
/** An English word says about what two Chinese characters say. */
const charactersAWord = 2;

/** The length that a question asks for (用100字, 三句话, briefly); undefined when it asks for none. */
export function resolveLength(question: string): AskedLength | undefined {
  const asked = characters.exec(question);
  if (asked) {
    const count = countOf(asked[1] ?? '');
    return { characters: /words/i.test(asked[0]) ? count * charactersAWord : count };
  }
  const points = sentences.exec(question)?.[1] ?? inWords(question);
  if (points !== undefined && !/第$/.test(question.slice(0, question.indexOf(points))))
    return { points: countOf(points) };
  return short.test(question) ? { characters: shortCharacters } : undefined;
}

/** Three points, five sentences: the number as a digit. */
function inWords(question: string): string | undefined {
  const word = englishCount.exec(question)?.[1]?.toLowerCase();
  return word === undefined ? undefined : String(numberWords.indexOf(word) + 1);
}

const numberWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const englishCount = new RegExp(
  `\\b(${numberWords.join('|')})\\s+(?:main |key |short )?(?:bullet points|sentences?|points?|bullets?)\\b`,
  'i',
);

function countOf(written: string): number {
  return findQuantities(`${written}个`)[0]?.value ?? 1;
}
