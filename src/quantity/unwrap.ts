import { scaleWords, unitsBySpelling } from './unit-table.js';

/** A text without the line breaks that stand inside a unit, and where each of its characters came from. */
export interface UnwrappedText {
  text: string;
  /** The offset in the original of an offset in `text`, its end included. */
  original: (offset: number) => number;
}

const lineBreak = /[ \t]*\r?\n\s*/g;
const longestPart = 4;
const wholes = new Set([...scaleWords, ...unitsBySpelling.keys()]);
const figureBefore = /[\d万亿千百余多个][ ]?$/;

/** Joins units that a line break cuts apart, as plain text from PDFs has them (6.5 万⏎亿元, 10 万平⏎方米). */
export function unwrapUnits(text: string): UnwrappedText {
  const cuts = [...text.matchAll(lineBreak)]
    .filter((match) => cutsUnit(text, match.index, match.index + match[0].length))
    .map((match) => ({ start: match.index, length: match[0].length }));
  if (cuts.length === 0) return { text, original: (offset) => offset };
  const offsets = offsetsOfEnds(text.length, cuts);
  return { text: withoutCuts(text, cuts), original: (offset) => offsets[offset] ?? text.length };
}

interface Cut {
  start: number;
  length: number;
}

function cutsUnit(text: string, start: number, end: number): boolean {
  for (let left = 1; left <= longestPart; left++) {
    const head = text.slice(Math.max(0, start - left), start);
    if (!figureBefore.test(text.slice(Math.max(0, start - left - 2), Math.max(0, start - left)))) continue;
    for (let right = 1; right <= longestPart; right++) {
      if (wholes.has(head + text.slice(end, end + right))) return true;
    }
  }
  return false;
}

function withoutCuts(text: string, cuts: readonly Cut[]): string {
  const starts = [0, ...cuts.map(({ start, length }) => start + length)];
  const ends = [...cuts.map(({ start }) => start), text.length];
  return starts.map((start, i) => text.slice(start, ends[i])).join('');
}

/** For each place of the text without cuts, the place in the original right after the character before it. */
function offsetsOfEnds(length: number, cuts: readonly Cut[]): number[] {
  const offsets = [0];
  let at = 0;
  for (const { start, length: skipped } of [...cuts, { start: length, length: 0 }]) {
    while (at < start) offsets.push(++at);
    at += skipped;
  }
  return offsets;
}
