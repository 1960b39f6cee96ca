import { z } from 'zod';
import { Comparator } from '../records.js';
import words from './comparators.json' with { type: 'json' };
import { anyOf } from './match-at.js';

/** A comparator word next to an amount: what it says and how far it reaches. */
export interface ComparatorReading {
  comparator: Comparator;
  word: string;
  /** Where the word starts (before an amount) or ends (after one). */
  edge: number;
}

const before = z.record(z.string(), Comparator.nullable()).parse(words.before);
const after = z.record(z.string(), Comparator).parse(words.after);
const afterNotBefore = z.record(z.string(), z.array(z.string())).parse(words.afterNotBefore);
const beforePattern = new RegExp(`(?:${anyOf(Object.keys(before))})$`, 'i');
const transparentPattern = new RegExp(`(?:${anyOf(words.transparent)})\\s*$`);
const afterPattern = new RegExp(`^\\s?(${anyOf(Object.keys(after))})(?![a-z0-9])`, 'i');
const reach = 24;

/** Finds the comparator that ends just before `position` (不低于, 力争突破, more than). */
export function comparatorBefore(text: string, position: number): ComparatorReading | undefined {
  const start = Math.max(0, position - reach);
  let head = text.slice(start, position).trimEnd();
  for (let i = 0; i < 3; i++) {
    const word = beforePattern.exec(head)?.[0];
    if (word !== undefined) return readBefore(head, word, start);
    const shorter = head.replace(transparentPattern, '').trimEnd();
    if (shorter === head) return undefined;
    head = shorter;
  }
  return undefined;
}

/** Finds the comparator that follows at `position` (以上, 左右, or more). */
export function comparatorAfter(text: string, position: number): ComparatorReading | undefined {
  const tail = text.slice(position, position + reach);
  const match = afterPattern.exec(tail);
  const word = match?.[1];
  const comparator = word === undefined ? undefined : after[word.toLowerCase()];
  if (!match || word === undefined || !comparator) return undefined;
  const rest = tail.slice(match[0].length);
  if (afterNotBefore[word]?.some((start) => rest.startsWith(start))) return undefined;
  return { comparator, word, edge: position + match[0].length };
}

/** Joins what stands before, inside (余, 多) and after an amount into one comparator. */
export function joinComparators({
  before,
  excess,
  after,
}: {
  before: ComparatorReading | undefined;
  excess: boolean;
  after: ComparatorReading | undefined;
}): Comparator {
  const isWeak = before === undefined || before.comparator === '~' || words.weak.includes(before.word);
  if (isWeak && after) return after.comparator;
  return before?.comparator ?? (excess ? '>' : '=');
}

/** True for words that speak of the past when a duration follows: 近3年, over 5 years. */
export function isNotOfDurations(word: string): boolean {
  return words.notOfDurations.includes(word);
}

function readBefore(head: string, word: string, start: number): ComparatorReading | undefined {
  const comparator = before[word.toLowerCase()] ?? undefined;
  const edge = head.length - word.length;
  const isPartOfWord = /^[a-z]/i.test(word) && /[a-z]$/i.test(head.slice(0, edge));
  const closesTag = word === '>' && /<\/?[a-z][^<>]*$/i.test(head.slice(0, edge));
  return comparator && !isPartOfWord && !closesTag
    ? { comparator, word: word.toLowerCase(), edge: start + edge }
    : undefined;
}
