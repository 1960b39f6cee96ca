import { keepRecent } from '../../keep-recent.js';
import { findQuantities, type QuantitySpan } from '../../quantity/find-quantities.js';
import type { Passage } from '../../records.js';
import { compact } from '../sentences.js';
import { fitsQuantity } from './fits-quantity.js';

/** A text with a mark in the place of each number, dates included, and the numbers in order. */
interface Pattern {
  text: string;
  numbers: readonly QuantitySpan[];
}

const mark = '\u0000';
/** Fewer words are said of more than one figure: 年均增长6%以上. */
const leastWords = 12;
const pieces = /[^。；;！？!?\n]+/g;
const patterns = keepRecent<string, Pattern>(200);

/**
 * Whether a claim repeats a sentence of what is cited with another number in it. The number may well stand
 * somewhere else in the same passage, and under a name much like this one.
 */
export function isMisquoted(
  figure: QuantitySpan,
  { text, figures }: { text: string; figures: readonly QuantitySpan[] },
  passages: readonly Passage[],
): boolean {
  const piece = [...text.matchAll(pieces)].find(
    ({ index, 0: words }) => index <= figure.start && figure.end <= index + words.length,
  );
  if (!piece) return false;
  const start = piece.index;
  const end = start + piece[0].length;
  const said = patternOf(
    text.slice(start, end),
    figures
      .filter((one) => one.start >= start && one.end <= end)
      .map((one) => ({ ...one, start: one.start - start, end: one.end - start })),
  );
  const words = said.text.replace(/[，,、：:]+$/, '');
  if ((words.match(/[\p{L}]/gu)?.length ?? 0) < leastWords) return false;
  const quoted = passages.flatMap((passage) => numbersQuoted(words, patternOfPassage(passage.text)));
  return (
    quoted.length > 0 &&
    !quoted.some((stated) => said.numbers.every((one, at) => isSameNumber(one, stated[at])))
  );
}

/** The numbers of each place where a pattern stands. */
function numbersQuoted(words: string, { text, numbers }: Pattern): (readonly QuantitySpan[])[] {
  const found: (readonly QuantitySpan[])[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const first = countMarks(text.slice(0, at));
    found.push(numbers.slice(first, first + countMarks(words)));
  }
  return found;
}

function countMarks(text: string): number {
  return text.split(mark).length - 1;
}

function isSameNumber(said: QuantitySpan, stated: QuantitySpan | undefined): boolean {
  if (!stated) return false;
  if (said.role === 'quantity' && stated.role === 'quantity') return fitsQuantity(said, stated);
  return compact(said.raw) === compact(stated.raw);
}

function patternOfPassage(text: string): Pattern {
  const known = patterns.get(text);
  if (known) return known;
  const made = patternOf(text, findQuantities(text));
  patterns.set(text, made);
  return made;
}

function patternOf(text: string, numbers: readonly QuantitySpan[]): Pattern {
  let marked = '';
  let from = 0;
  for (const { start, end } of numbers) {
    marked += `${text.slice(from, start)}${mark}`;
    from = end;
  }
  return { text: compact(marked + text.slice(from)), numbers };
}
