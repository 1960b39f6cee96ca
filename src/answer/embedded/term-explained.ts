import type { Passage } from '../../records.js';
import { splitSentences } from '../sentences.js';
import { inlineLists } from './listing/inline-lists.js';

/** Where a plan says what a term stands for. */
export interface Explanation {
  passage: Passage;
  text: string;
  /** How plainly it is said; the higher the plainer. */
  strength: number;
}

/** From the plainest way of saying what a term is to the least plain. */
const strengths = { entry: 5, opening: 4, stated: 4, members: 3, spelledOut: 2 };
const number = '(?:[（(]?\\d{1,3}[）)).、．]\\s*|[-•●·]\\s*)?';
const means =
  '(?:是指|指的是|即|系指|指(?![标数引导挥定针明])|具体包括|主要包括|主要包含|包括|分别(?:是|为|指)|定位为)';
const numerals = '零一二三四五六七八九十';
const longest = 330;

/** The plainest place at which the passages say what a term stands for, or undefined. */
export function explainTerm(term: string, passages: readonly Passage[]): Explanation | undefined {
  const plain = bare(term);
  if (plain.length < 2) return undefined;
  let best: Explanation | undefined;
  for (const passage of passages) {
    if (passage.kind !== 'text' || !bare(passage.text).includes(plain)) continue;
    for (const line of passage.text.split('\n')) {
      const found = inLine(plain, line.trim());
      if (found && found.strength > (best?.strength ?? 0)) best = { ...found, passage };
    }
  }
  return best;
}

function inLine(term: string, line: string): { text: string; strength: number } | undefined {
  const opening = openingWith(term, line);
  if (opening) return opening;
  const sentences = splitSentences(line);
  for (const [at, { text }] of sentences.entries()) {
    const strength = strengthOf(term, text);
    if (strength > 0) return { text: around(term, text), strength };
    // “2+2+2+N”体系。即：…
    const next = sentences[at + 1]?.text ?? '';
    if (
      bare(text).includes(term) &&
      /^(?:即|其中|具体(?:是|为|包括))/.test(next) &&
      line.includes(text + next)
    )
      return { text: text + next, strength: strengths.stated };
  }
  return undefined;
}

/** A line that the term opens: an entry (词：解释), or a title of its own (四心。包括…). */
function openingWith(term: string, line: string): { text: string; strength: number } | undefined {
  const head = new RegExp(
    `^${number}[“"]?${spaced(term)}[”"]?(?:[：:]|[，,]?${means}|[。]\\s*(?=.))`,
    'u',
  ).exec(line);
  if (!head) return undefined;
  const isTitle = /。\s*$/.test(head[0]);
  const text = isTitle ? upTo(line, head[0].length + 1) : upTo(line, 1);
  return { text, strength: isTitle ? strengths.opening : strengths.entry };
}

/** Whole sentences from the start of a line: the first that goes beyond a position, and those after it that fit. */
function upTo(line: string, position: number): string {
  let text = '';
  for (const { text: sentence, start } of splitSentences(line)) {
    const next = line.slice(0, start + sentence.length);
    if (text.length >= position && next.length > longest / 2) break;
    text = next;
  }
  return text;
}

function strengthOf(term: string, sentence: string): number {
  const name = `[“"]?${spaced(term)}[”"]?`;
  const said = new RegExp(
    `${name}[^，,。；：:“”]{0,12}?[，,]?(?:${means}|其中[“"]?[\\d一二三四五六七八九十]|：)`,
    'u',
  );
  if (said.test(sentence)) return strengths.stated;
  const otherwise = new RegExp(`(?:也称|又称|亦称|俗称|统称|简称)[^。，]{0,8}${name}[^。]{8}`, 'u');
  if (otherwise.test(sentence)) return strengths.stated;
  if (membersBefore(term, sentence) || new RegExp(`${name}[（(][^（()）]*、`, 'u').test(sentence))
    return strengths.members;
  return new RegExp(`[\\p{Script=Han}]{3,}[（(]${spaced(term)}[）)]`, 'u').test(sentence)
    ? strengths.spelledOut
    : 0;
}

/** 高血压、糖尿病、慢阻肺“三病共管”: as many members right before a term as it counts. */
function membersBefore(term: string, sentence: string): boolean {
  const count = numerals.indexOf((/[二两三四五六七八九十]/.exec(term)?.[0] ?? '').replace('两', '二'));
  const plain = bare(sentence);
  const at = plain.indexOf(term);
  if (count < 2 || at < 0) return false;
  const before =
    plain
      .slice(0, at)
      .split(/[，；：]/)
      .at(-1) ?? '';
  return inlineLists(`${before}等`).some(
    ({ members, after }) => members.length === count && after.length <= 6,
  );
}

/** The whole sentence, or of a long one the part between semicolons that has the term. */
function around(term: string, sentence: string): string {
  if (sentence.length <= longest) return sentence;
  const part = sentence.split(/(?<=；)/).find((one) => strengthOf(term, one) > 0);
  return (part ?? sentence).replace(/；$/, '');
}

/** A term as a pattern: with blanks and quotes inside it or not. */
function spaced(term: string): string {
  return [...term].map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[“”"\\s]*');
}

function bare(text: string): string {
  return text.replace(/[“”"'‘’「」『』\s]/g, '');
}
