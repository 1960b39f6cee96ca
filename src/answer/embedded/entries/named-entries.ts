import { keepRecent } from '../../../keep-recent.js';
import { foldText } from '../../../models/cut-words.js';
import type { Passage } from '../../../records.js';
import { queryTerms } from '../../../retrieve/query-terms.js';
import standing from '../asked/standing-words.json' with { type: 'json' };
import { type Entry, entriesOf } from './entry.js';
import words from './entry-words.json' with { type: 'json' };
import { membersOf } from './members.js';

/** What a question sets side by side, each with the line of the plan that is about it. */
export interface NamedEntries {
  sides: { said: string; entry: Entry }[];
  /** What the question says besides: what is asked of them. */
  rest: string;
}

const between = new RegExp(words.betweenSides, 'i');
/** A part of the question names a line when the line's name has this much of it. */
const leastHeld = 0.75;
const [shortest, longest] = [2, 24];
/** Of so short a part every character must be there. */
const short = 3;
/** Characters that may be left out at the end or the start of a part. */
const ends = [1, 2, 3, 4];
const starts = [2, 3];
const shortestName = 3;
const past = new RegExp(standing.pastHeadings);
const asksPast = new RegExp(words.asksPast);
const pastLoss = 0.3;
const inPart = 0.8;
const isTotal = new RegExp(words.ofTotals);

/**
 * The lines of one table, box, section or sentence that parts of a question name; undefined where it names no
 * two. Of several families the one is meant whose names and context the question says most of.
 */
export function namedEntries(
  question: string,
  passages: readonly Passage[],
  withoutPlans = question,
): NamedEntries | undefined {
  const parts = partsIn(question, withoutPlans);
  if (parts.length < 2) return undefined;
  const mayHold = (text: string) => parts.filter((part) => mayName(part, text)).length >= 2;
  const entries = passages.flatMap((passage) =>
    mayHold(foldedText(passage))
      ? [...entriesOf(passage), ...membersOf(passage, mayHold)]
      : entriesOf(passage),
  );
  const families = new Map<string, Entry[]>();
  for (const entry of entries.filter(({ label }) => !isTotal.test(label)))
    families.set(entry.family, [...(families.get(entry.family) ?? []), entry]);
  const read = [...families.values()].flatMap((family) => readFamily(family, parts, question));
  return read.sort((a, b) => b.weight - a.weight)[0]?.named;
}

/** Parts of a question as it stands and without the names of plans, which may be names of lines, too. */
export function partsIn(question: string, withoutPlans: string): string[] {
  return [...new Set([question, withoutPlans].flatMap(partsOf))];
}

const folded = new WeakMap<Passage, string>();

function foldedText(passage: Passage): string {
  const known = folded.get(passage) ?? foldText(passage.text);
  folded.set(passage, known);
  return known;
}

/** The parts of a question between its joining and asking words. */
function partsOf(question: string): string[] {
  const parts = foldText(question)
    .split(between)
    .map((part) => part?.replace(/\s+/g, '') ?? '')
    .filter((part) => part.length >= shortest && part.length <= longest && !/^\d+$/.test(part));
  return [...new Set(parts)];
}

function mayName(part: string, text: string): boolean {
  return text.includes(part.slice(0, 2)) || text.includes(part.slice(-2));
}

const labels = keepRecent<string, string>(20_000);

function foldLabel(label: string): string {
  const known = labels.get(label) ?? foldText(label).replace(/[\s“”"（）()]/g, '');
  labels.set(label, known);
  return known;
}

interface Side {
  said: string;
  entry: Entry;
  weight: number;
}

function readFamily(
  entries: readonly Entry[],
  parts: readonly string[],
  question: string,
): { named: NamedEntries; weight: number }[] {
  const sides = parts.flatMap((said) => sideOf(said, entries, question));
  const distinct = sides.filter(
    ({ entry }, at) =>
      at ===
      sides.findIndex((other) => other.entry.label === entry.label && other.entry.quote === entry.quote),
  );
  if (distinct.length < 2) return [];
  const rest = distinct.reduce((text, { said }) => text.replace(said, ' '), foldText(question));
  const named = distinct.reduce((sum, one) => sum + one.weight * Math.min(one.said.length, 6), 0);
  const isUntimely = isOfPast(distinct, question) || isOfOtherPeriod(distinct, question);
  const context = contextShare(distinct, rest) - (isUntimely ? pastLoss : 0);
  return [
    {
      named: { sides: distinct.map(({ said, entry }) => ({ said, entry })), rest },
      weight: named * (0.5 + context),
    },
  ];
}

/** What a plan looks back on is meant only where the question does, too. */
function isOfPast(sides: readonly Side[], question: string): boolean {
  const isPast = sides.some(({ entry }) => entry.passage.sectionPath.some((title) => past.test(title)));
  return isPast && !asksPast.test(question);
}

/** “十三五”的投资: lines under another period, or under none and no looking back, are not meant. */
function isOfOtherPeriod(sides: readonly Side[], question: string): boolean {
  const asked = period.exec(question)?.[0];
  if (asked === undefined) return false;
  const places = sides.map(({ entry }) => [...entry.passage.sectionPath, entry.context].join(' '));
  const named = places.flatMap((text) => text.match(periods) ?? []);
  return named.length > 0 && !named.includes(asked);
}

const period = /十[一二三四五六]五/;
const periods = /十[一二三四五六]五/g;

/** The line that a part of the question names best; a word that names several lines alike (项目) names none. */
function sideOf(said: string, entries: readonly Entry[], question: string): Side[] {
  const asked = plain(foldText(question));
  const pairs = [...said].flatMap((_, at) => (at + 2 <= said.length ? [said.slice(at, at + 2)] : []));
  const scored = entries
    .filter(({ label }) => said.length <= short || pairs.some((pair) => foldLabel(label).includes(pair)))
    .map((entry) => ({ said, entry, held: namedShare(said, foldLabel(entry.label)) }))
    .filter(({ held }) => held >= leastHeld)
    .map((one) => ({
      ...one,
      weight: one.held + 0.3 * inOrderShare(plain(foldLabel(one.entry.label)), asked),
    }))
    .sort((a, b) => b.weight - a.weight);
  const [best, next] = scored;
  return best && (next === undefined || next.weight < best.weight) ? [best] : [];
}

/** A part may also say what is asked (谷投资) or whose it is (云岫绕城高速), which the line's name does not. */
function namedShare(said: string, label: string): number {
  const held = heldShare(said, label);
  if (held >= leastHeld) return held;
  const name = plain(label);
  const isSaid = name.length >= shortestName && inOrderShare(name, plain(said)) >= 1;
  const cut = [
    ...ends.map((length) => said.slice(0, -length)),
    ...starts.map((length) => said.slice(length)),
  ];
  const isBegun = cut.some((part) => part.length >= shortestName && label.includes(part));
  return isSaid || isBegun ? inPart : held;
}

/** How much of what is asked about the sides their lines and headings speak of. */
function contextShare(sides: readonly Side[], rest: string): number {
  const terms = queryTerms([rest]);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 1;
  const text = foldText(
    sides.map(({ entry }) => [entry.context, ...entry.passage.sectionPath.slice(-2)].join(' ')).join(' '),
  );
  const held = terms.filter(
    ({ word, alternatives }) => text.includes(word) || alternatives.some((one) => text.includes(one)),
  );
  return held.reduce((sum, { weight }) => sum + weight, 0) / total;
}

/** Share of the characters of a text that stand in another in the same order; of short ones all, in any order. */
export function heldShare(said: string, text: string): number {
  const [a, b] = [plain(said), plain(text)];
  if (a.length > short) return inOrderShare(a, b);
  return a.length > 0 && a.every((one) => b.includes(one)) ? 1 : 0;
}

function plain(text: string): string[] {
  return [...text.replace(/[\s“”"（）()]/g, '')];
}

function inOrderShare(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const next = [0];
    for (let at = 1; at <= b.length; at += 1)
      next.push(one === b[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0));
    row = next;
  }
  return a.length === 0 ? 0 : (row[b.length] ?? 0) / a.length;
}
