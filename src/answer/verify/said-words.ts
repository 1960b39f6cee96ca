import { cutWords, foldText, tagWords } from '../../models/cut-words.js';
import { findQuantities } from '../../quantity/find-quantities.js';
import { toChineseTerms } from '../understand/translate.js';
import notPlaces from './not-places.json' with { type: 'json' };

/** One claim's words are asked for with each of its figures and each row that could be meant. */
const cacheLimit = 4_000;

function remembering<Result>(work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = work(text);
    if (known.size >= cacheLimit) known.clear();
    known.set(text, result);
    return result;
  };
}

/** The words of a claim in the plans' language, for looking them up in a passage. */
export const inPlanWords = remembering((text) =>
  foldText(isEnglish(text) ? `${text} ${toChineseTerms(text)}` : text),
);

/** GDP and ETF in a Chinese sentence do not make it an English one. */
function isEnglish(text: string): boolean {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return count(/[A-Za-z]/g) > count(/\p{Script=Han}/gu);
}

/** Chinese words of two characters and more; figures and English words aside. */
export const contentWords = remembering((text): string[] => {
  const words = cutWords(inPlanWords(withoutFigures(text))).filter((word) => word.length > 1);
  return [...new Set(words)].filter((word) => /\p{Script=Han}/u.test(word) && !/\d/.test(word));
});

/** A figure is bound for itself, in whatever words it is written (六千五百亿元), and so is a year. */
function withoutFigures(text: string): string {
  const figures = findQuantities(text).filter((span) => span.role === 'quantity');
  const rest = figures.reduceRight((one, { start, end }) => `${one.slice(0, start)} ${one.slice(end)}`, text);
  // The cutter joins the 年 of a year to what follows (2025年水生态).
  return rest.replace(/\d{4}年[初末底]?/g, ' ');
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
const ordinary: ReadonlySet<string> = new Set(notPlaces.words);

/** Places that a text speaks of, without the ending that may be left out. */
export const placeStems = remembering((text): string[] => {
  // The cutter joins a name that it does not know to what stands before it.
  const words = tagWords(inPlanWords(text).replace(/\d+年?[初末底]?/g, ' '));
  const places = words.filter(({ word, tag }, at) => {
    if (!/^\p{Script=Han}{2,}$/u.test(word) || ordinary.has(word)) return false;
    if (tag === 'ns') return true;
    return unknownTag.test(tag) && (placeEnd.test(word) || placeEnds.has(words[at + 1]?.word ?? ''));
  });
  return [...new Set(places.map(({ word }) => word.replace(placeEnd, '')))];
});

/** Whether a text speaks of a place; of a name that the cutter made too long, its end is enough. */
export function speaksOf(text: string, stem: string): boolean {
  return text.includes(stem) || text.includes(stem.slice(-2));
}

export function haveCommonPlace(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.some((other) => speaksOf(one, other) || speaksOf(other, one)));
}
