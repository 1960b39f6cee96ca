import { findQuantities } from '../../quantity/find-quantities.js';
import type { Passage } from '../../records.js';
import type { Hit } from '../../store/open-store.js';
import { compact, splitSentences } from '../sentences.js';
import { type Enumeration, findEnumerations } from './enumerations.js';

/**
 * The way plans abbreviate what they list: 一核两带 is one thing called 核 and two called 带; “园区+公司” names
 * its two members.
 */
export interface Shorthand {
  text: string;
  parts: { count: number; noun: string }[];
}

const pair =
  '[一二两三四五六七八九十][^一二两三四五六七八九十\\d\\s，。、；：“”？?()（）的是有和与及哪几]{1,4}?';
const quoted = new RegExp(`[“"「『(（]((?:${pair}[，、]?)+)[”"」』)）]`);
const unquoted = new RegExp(`((?:${pair}[，、]?){2,})(?=[^一-鿿]|$|的|是|有|指|分别|具体|包括|都)`);

const joined = /[“"「『]([^”"」』+＋]{2,10}(?:[+＋][^”"」』+＋]{2,10})+)[”"」』]/;

/** The shorthand that a question asks about, or undefined. */
export function resolveShorthand(question: string): Shorthand | undefined {
  const named = joined.exec(question)?.[1];
  if (named !== undefined)
    return { text: named, parts: named.split(/[+＋]/).map((noun) => ({ count: 1, noun: noun.trim() })) };
  const text = (quoted.exec(question) ?? unquoted.exec(question))?.[1];
  if (text === undefined) return undefined;
  const parts = [...text.matchAll(/([一二两三四五六七八九十])([^一二两三四五六七八九十，、]+)/g)];
  // 四上 by itself is a word of the glossary, not a list of things called 上.
  if (parts.length === 1 && (parts[0]?.[2] ?? '').length < 2) return undefined;
  return {
    text,
    parts: parts.map(([, numeral = '', noun = '']) => ({
      count: findQuantities(`${numeral}个`)[0]?.value ?? 1,
      noun,
    })),
  };
}

/** What a shorthand stands for: where the plan introduces it, and its members in order. */
export interface Expansion {
  intro: { text: string; passage: Passage } | undefined;
  items: Enumeration['items'];
}

/**
 * Finds the list of a plan that has as many members of each name as a shorthand says; the one nearest to
 * where the plan uses the shorthand. Undefined when no list fits it exactly.
 */
export function expandShorthand(
  { text, parts }: Shorthand,
  hits: readonly Hit[],
  passages: readonly Passage[],
): Expansion | undefined {
  const plain = compact(text);
  const using = passages.filter((passage) => compact(passage.text).includes(plain));
  const near = [...using, ...hits.slice(0, 8).map((hit) => hit.passage)];
  const around = passages.filter((passage) => near.some((one) => isAround(one, passage)));
  const looked = [...new Map([...near, ...around].map((one) => [one.passageId, one])).values()];
  const lists = findEnumerations(
    looked.map((passage) => ({ passage, score: 1 })),
    passages,
  )
    .map((list) => ({ list, items: membersOf(list, parts) }))
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => distance(a.items, using) - distance(b.items, using));
  const [best] = lists;
  if (!best) return undefined;
  return { intro: introOf(plain, using), items: best.items };
}

/** In the same section, or close before or after. */
function isAround(one: Passage, other: Passage): boolean {
  return one.planId === other.planId && Math.abs(one.order - other.order) <= 6;
}

function distance(items: Enumeration['items'], using: readonly Passage[]): number {
  const first = items[0]?.passage;
  if (!first) return Number.POSITIVE_INFINITY;
  return Math.min(...using.map((passage) => Math.abs(passage.order - first.order)), 1_000);
}

/** The items that the parts name, where there are exactly as many of each as they say; none otherwise. */
function membersOf({ items }: Enumeration, parts: Shorthand['parts']): Enumeration['items'] {
  const chosen = items.filter(({ text }) => partOf(text, parts) !== undefined);
  const fits = parts.every((part) => {
    const own = chosen.filter(({ text }) => partOf(text, parts) === part);
    return own.length === part.count || (own.length === 1 && isPartItself(own[0]?.text ?? '', part));
  });
  return fits ? chosen : [];
}

/** The part whose name stands last in an item's title: 开放合作先行区 is a 区, though it may hold 心 too. */
function partOf(text: string, parts: Shorthand['parts']): Shorthand['parts'][number] | undefined {
  const title = compact(text).replace(/[：。；].*$/, '');
  const places = parts.map((part) => ({ part, at: title.lastIndexOf(part.noun) }));
  const [best] = places.filter(({ at }) => at >= 0).sort((a, b) => b.at - a.at);
  return best?.part;
}

/** “两轴。沿…”: the plan explains the part as a whole. */
function isPartItself(text: string, { noun }: Shorthand['parts'][number]): boolean {
  return new RegExp(`^[一二两三四五六七八九十]${noun}`).test(compact(text));
}

function introOf(plain: string, using: readonly Passage[]): Expansion['intro'] {
  for (const passage of using) {
    const sentence = splitSentences(passage.text).find((one) => compact(one.text).includes(plain));
    if (sentence && !passage.sectionPath.includes(sentence.text)) return { text: sentence.text, passage };
  }
  return undefined;
}
