import { cutWords, foldText, tagWords } from '../../models/cut-words.js';
import { toChineseTerms } from '../understand/translate.js';

/** The words of a claim in the plans' language, for looking them up in a passage. */
export function inPlanWords(text: string): string {
  return foldText(`${text} ${/\p{Script=Latin}{3}/u.test(text) ? toChineseTerms(text) : ''}`);
}

/** Chinese words of two characters and more, and acronyms; figures and English words aside. */
export function contentWords(text: string): string[] {
  const words = cutWords(inPlanWords(text)).filter((word) => word.length > 1);
  return [...new Set(words)].filter((word) => /\p{Script=Han}/u.test(word) && !/\d/.test(word));
}

/** Nouns: what a stretch of a plan's text names. */
export function namingWords(text: string): string[] {
  const nouns = tagWords(text).filter(
    ({ word, tag }) => word.length > 1 && /^(?:n(?!s)|vn|eng|l$|j)/.test(tag),
  );
  return [...new Set(nouns.map(({ word }) => foldText(word)))].filter((word) => !/\d/.test(word));
}

/** Places that a text speaks of, without the ending that may be left out. */
export function placeStems(text: string): string[] {
  const places = tagWords(inPlanWords(text)).filter(({ word, tag }) => tag === 'ns' && word.length > 1);
  return [
    ...new Set(places.map(({ word }) => word.replace(/(?<=..)(?:[省市县区州盟旗]|自治[区州县])$/, ''))),
  ];
}
