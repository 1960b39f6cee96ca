import { cutWords, foldText, tagWords } from '../models/cut-words.js';
import { isListedWord } from '../models/word-weights.js';
import type { IndicatorGroup, IndicatorIndex } from './indicator-index.js';
import stop from './stop-words.json' with { type: 'json' };

/** Of more plans than this, a question says which one it means. */
const mostPlans = 12;
const mostWords = 4;
const shortestName = 4;
const longestName = 12;
const longestShort = 5;
/** Characters that question and figure are put together with; no name is shortened to one. */
const saysNothing: ReadonlySet<string> = new Set([...stop.functionCharacters, ...'占多少几年月']);

/** A run of words of an indicator's name: 保障性|租赁|住房. */
interface NameRun {
  words: readonly string[];
  text: string;
}

/**
 * Writes out what people shorten and the plans do not: 保租房 is 保障性租赁住房, 小挖 is 小型挖掘机. A short name
 * takes something of each of the words in turn, the beginning of the first, and no indicator is called so.
 */
export function withFullNames(text: string, index: IndicatorIndex, planIds: readonly string[]): string {
  if (planIds.length === 0 || planIds.length > mostPlans) return text;
  const known = planIds.flatMap((planId) => namesOfPlan(index, planId));
  const tokens = text.split(askedFor).flatMap((part) => tagWords(part).map(({ word }) => word));
  let written = '';
  for (let at = 0; at < tokens.length; ) {
    const short = shortNameAt(tokens, at, known);
    written += short?.full ?? tokens[at] ?? '';
    at += short?.length ?? 1;
  }
  return written;
}

/** 多少套保租房: the word that counts is none of the name, whatever the cutter makes of the two (套保). */
const askedFor = /((?:多少|几)[万亿]?[个套家户名人所座处条项台辆亩张件只支间])/;

interface PlanNames {
  /** The names one after the other, to see what is called so. */
  said: string;
  /** Runs of words by their first character. */
  runs: ReadonlyMap<string, readonly NameRun[]>;
}

const kept = new WeakMap<IndicatorIndex, Map<string, PlanNames>>();

function namesOfPlan(index: IndicatorIndex, planId: string): PlanNames[] {
  const plans = kept.get(index) ?? new Map<string, PlanNames>();
  kept.set(index, plans);
  const known = plans.get(planId) ?? readNames(index.groups.filter((group) => group.planId === planId));
  plans.set(planId, known);
  return [known];
}

function readNames(groups: readonly IndicatorGroup[]): PlanNames {
  const names = [...new Set(groups.map(({ name }) => foldText(name).replace(/\s+/g, '')))];
  const runs = new Map<string, NameRun[]>();
  for (const name of names) {
    const words = tagWords(name).flatMap(({ word }) => shortWords(word));
    for (const run of runsOf(words)) {
      const first = run.text.charAt(0);
      const same = runs.get(first) ?? [];
      if (!same.some(({ text }) => text === run.text)) runs.set(first, [...same, run]);
    }
  }
  return { said: names.join('\n'), runs };
}

/** The words that a long word is made of: 市场占有率 is 市场, 占有率. */
function shortWords(word: string): string[] {
  if (word.length < shortestName) return [word];
  const inside = cutWords(word).filter((one) => one.length > 1 && one !== word);
  return tiled(word, inside) ?? [word];
}

function tiled(rest: string, words: readonly string[]): string[] | undefined {
  if (rest === '') return [];
  for (const word of words) {
    const others = rest.startsWith(word) ? tiled(rest.slice(word.length), words) : undefined;
    if (others) return [word, ...others];
  }
  return undefined;
}

function runsOf(words: readonly string[]): NameRun[] {
  return words.flatMap((_, start) =>
    Array.from({ length: mostWords - 1 }, (__, more) => words.slice(start, start + more + 2))
      .filter((run) => run.length > 1 && run.every((word) => /^\p{Script=Han}{2,}$/u.test(word)))
      .map((run) => ({ words: run, text: run.join('') }))
      .filter(({ text }) => text.length >= shortestName && text.length <= longestName),
  );
}

/** The longest short name that whole words of the text from `at` on make up. */
function shortNameAt(
  tokens: readonly string[],
  at: number,
  known: readonly PlanNames[],
): { full: string; length: number } | undefined {
  for (let length = 3; length >= 1; length -= 1) {
    const short = tokens.slice(at, at + length).join('');
    if (short.length < 2 || short.length > longestShort || !/^\p{Script=Han}+$/u.test(short)) continue;
    const ends = [short.charAt(0), short.charAt(short.length - 1)];
    if (/\d$/.test(tokens[at - 1] ?? '') || ends.some((one) => saysNothing.has(one))) continue;
    if (isListedWord(short) || known.some(({ said }) => said.includes(short))) continue;
    const full = known
      .flatMap(({ runs }) => runs.get(short.charAt(0)) ?? [])
      .filter((run) => shortens(short, run.words))
      .sort((a, b) => a.text.length - b.text.length)[0];
    if (full) return { full: full.text, length };
  }
  return undefined;
}

/** Whether a short name takes something of each word in turn, and none of them whole: that would be another name. */
function shortens(short: string, words: readonly string[]): boolean {
  if (words.some((word) => short.includes(word))) return false;
  if (short.length < words.length || short.charAt(0) !== words[0]?.charAt(0)) return false;
  if (short.length === 2) return words.every((word, nth) => short.charAt(nth) === word.charAt(0));
  return takesFrom([...short], words);
}

function takesFrom(characters: readonly string[], words: readonly string[]): boolean {
  const [word, ...others] = words;
  if (word === undefined) return characters.length === 0;
  for (let taken = Math.min(word.length, characters.length - others.length); taken >= 1; taken -= 1) {
    const part = characters.slice(0, taken);
    if (isPartOf(part, word) && takesFrom(characters.slice(taken), others)) return true;
  }
  return false;
}

/** One character is the word's first or last; several stand in it in order. */
function isPartOf(part: readonly string[], word: string): boolean {
  const [only] = part;
  if (part.length === 1 && only !== undefined) return word.startsWith(only) || word.endsWith(only);
  let from = 0;
  for (const character of part) {
    const found = word.indexOf(character, from);
    if (found < 0) return false;
    from = found + 1;
  }
  return true;
}
