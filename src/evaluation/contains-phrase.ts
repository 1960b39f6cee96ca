import { foldWidth } from '../quantity/fold-width.js';
import { numberWordsAsDigits } from './number-words.js';

/** A longer figure that rounds to a phrase's figure meets it only from this many digits on (95.33 for 95.3). */
const fewestRoundedDigits = 3;
/** Stands for [1], whose digits are no figure, so that they meet nothing and join nothing. */
const citationMark = '\u0000';

/**
 * Whether a text states a phrase. Both are compared without white space and thousands separators, case-folded,
 * with full width as ASCII and number words as digits; digits stand on token boundaries (9% is not in 19%).
 */
export function containsPhrase(text: string, phrase: string): boolean {
  return (
    containsFolded(fold(text), fold(phrase)) ||
    containsFolded(fold(numberWordsAsDigits(text)), fold(numberWordsAsDigits(phrase)))
  );
}

function fold(text: string): string {
  return foldWidth(text)
    .replace(/\[\d{1,3}\]/g, citationMark)
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d)\.(?=\s|$)/g, '。')
    .replace(/\s+/g, '')
    .toLowerCase();
}

function containsFolded(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0 && phrase !== ''; at = text.indexOf(phrase, at + 1)) {
    if (startsOnBoundary(text, phrase, at) && endsOnBoundary(text, phrase, at)) return true;
  }
  return roundsToPhrase(text, phrase);
}

function startsOnBoundary(text: string, phrase: string, at: number): boolean {
  return !/^\d/.test(phrase) || !/\d\.?$/.test(text.slice(Math.max(0, at - 2), at));
}

function endsOnBoundary(text: string, phrase: string, at: number): boolean {
  const end = at + phrase.length;
  return !/\d$/.test(phrase) || !/^(?:\d|\.\d)/.test(text.slice(end, end + 2));
}

/** Whether the text holds a figure with more decimals than the phrase, which rounds to it. */
function roundsToPhrase(text: string, phrase: string): boolean {
  const figure = /^(\d+)(?:\.(\d+))?$/.exec(phrase);
  if (!figure || phrase.replace(/^0\.?0*|\./g, '').length < fewestRoundedDigits) return false;
  const decimals = figure[2]?.length ?? 0;
  const longer = text.match(/(?<![\d.])\d+\.\d+/g) ?? [];
  return longer.some(
    (one) => one.split('.')[1]?.length !== decimals && Number(one).toFixed(decimals) === phrase,
  );
}
