import { cutWords, foldText, tagWords } from '../../models/cut-words.js';
import { findQuantities } from '../../quantity/find-quantities.js';
import { toChineseTerms } from '../understand/translate.js';

/** The words of a claim in the plans' language, for looking them up in a passage. */
export function inPlanWords(text: string): string {
  return foldText(`${text} ${/\p{Script=Latin}{3}/u.test(text) ? toChineseTerms(text) : ''}`);
}

/** Chinese words of two characters and more; figures and English words aside. */
export function contentWords(text: string): string[] {
  const words = cutWords(inPlanWords(withoutFigures(text))).filter((word) => word.length > 1);
  return [...new Set(words)].filter((word) => /\p{Script=Han}/u.test(word) && !/\d/.test(word));
}

/** A figure is bound for itself, in whatever words it is written (六千五百亿元). */
function withoutFigures(text: string): string {
  const figures = findQuantities(text).filter((span) => span.role === 'quantity');
  return figures.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

/** Nouns: what a stretch of a plan's text names. */
export function namingWords(text: string): string[] {
  const nouns = tagWords(text).filter(
    ({ word, tag }) => word.length > 1 && /^(?:n(?!s)|vn|eng|l$|j)/.test(tag),
  );
  return [...new Set(nouns.map(({ word }) => foldText(word)))].filter((word) => !/\d/.test(word));
}

const placeEnd = /(?<=..)(?:自治[区州县]|[省市县区州盟旗])$/;
const placeEnds = new Set(['省', '市', '县', '区', '州', '盟', '旗']);
/** What the cutter makes of names that it does not know, or takes for a person's. */
const unknownTag = /^(?:x|nr)/;

/** Places that a text speaks of, without the ending that may be left out. */
export function placeStems(text: string): string[] {
  // The cutter joins a name that it does not know to what stands before it.
  const words = tagWords(inPlanWords(text).replace(/\d+年?[初末底]?/g, ' '));
  const places = words.filter(({ word, tag }, at) => {
    if (!/^\p{Script=Han}{2,}$/u.test(word)) return false;
    if (tag === 'ns') return true;
    return unknownTag.test(tag) && (placeEnd.test(word) || placeEnds.has(words[at + 1]?.word ?? ''));
  });
  return [...new Set(places.map(({ word }) => word.replace(placeEnd, '')))];
}

/** Whether a text speaks of a place; of a name that the cutter made too long, its end is enough. */
export function speaksOf(text: string, stem: string): boolean {
  return text.includes(stem) || text.includes(stem.slice(-2));
}

export function haveCommonPlace(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.some((other) => speaksOf(one, other) || speaksOf(other, one)));
}
