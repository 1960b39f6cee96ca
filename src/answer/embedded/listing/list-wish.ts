import { tagWords } from '../../../models/cut-words.js';
import { findQuantities } from '../../../quantity/find-quantities.js';
import type { Understanding } from '../../understand/understand.js';
import words from './list-words.json' with { type: 'json' };

/** What a question wants listed: how many, and things called what. */
export interface ListWish {
  /** 哪三个, 五大, seven: how many things there are. */
  count: number | undefined;
  /** What each of them is (物流园, 国家), as the question calls it. */
  noun: string | undefined;
}

const most = 30;
const numeral =
  '(?<![第一二两三四五六七八九十年])[二两三四五六七八九十]{1,3}|(?<![第.\\d一二三四五六七八九十年])\\d{1,2}';
const measure = `(?:${words.measures.join('|')})`;
const stops = words.stops.join('|');
/** 上海的交易所 is one thing. */
const thing = '(?:\\p{Script=Han}|(?<=\\p{Script=Han})的(?=\\p{Script=Han}{2}))';
/** 哪三个国家: the number is asked for with the thing. */
const counted = new RegExp(
  `哪(?:的)?(${numeral})${measure}?(?:主要|重点|重大)?(${thing}{0,12}?)(?=${stops}|[^\\p{Script=Han}]|$)`,
  'u',
);
/** 哪些国家, 哪几个国家. */
const open = new RegExp(
  `(?:哪些|哪几${measure}?|什么样的|什么|啥)(?:主要|重点|重大)?(${thing}{2,12}?)(?=${stops}|[^\\p{Script=Han}]|$)`,
  'u',
);
/** 三大物流园都叫什么: the number stands with the thing before. */
const named = new RegExp(
  `(${numeral})${measure}([\\p{Script=Han}]{1,12}?)(?=${stops}|[^\\p{Script=Han}]|$)`,
  'u',
);
const english = new RegExp(`\\b(${words.englishNumbers.join('|')})\\b`, 'i');

/** Reads how many things of what kind a question wants listed; `chinese` is the question in the plans' language. */
export function listWish(question: string, chinese: string): ListWish {
  const text = chinese.replace(/\s+/g, '');
  const asked = counted.exec(text);
  const before = named.exec(asked ? text.slice(0, asked.index) : text);
  const count = countOf(asked?.[1]) ?? countOf(before?.[1]) ?? inEnglish(question);
  const nouns = /^\s*[a-z]/i.test(question)
    ? [knownNoun(chinese)]
    : [asked?.[2], before?.[2], open.exec(text)?.[1]];
  return { count, noun: nouns.map(plainNoun).find((noun) => noun !== undefined) };
}

/** True unless the question says how many it wants (哪三个办法). */
export function isOfNoNumber({ question, phrases }: Pick<Understanding, 'question' | 'phrases'>): boolean {
  return listWish(question, phrases[0] ?? '').count === undefined;
}

/** Of an English question the first word after “which” that the vocabulary knows; a dictionary's guesses (甲|乙) are none. */
function knownNoun(chinese: string): string | undefined {
  const [, after = ''] = chinese.split('哪些');
  return after.split(/\s+/).find((word) => /^\p{Script=Han}{2,}$/u.test(word));
}

function countOf(written: string | undefined): number | undefined {
  const value = written === undefined ? undefined : findQuantities(`${written}个`)[0]?.value;
  return value !== undefined && value >= 2 && value <= most ? value : undefined;
}

function inEnglish(question: string): number | undefined {
  const word = english.exec(question)?.[1]?.toLowerCase();
  return word === undefined ? undefined : words.englishNumbers.indexOf(word) + 2;
}

/** 方面 and 东西 name nothing that a plan would call its items. */
function plainNoun(noun: string | undefined): string | undefined {
  const last = noun?.split('的').at(-1);
  if (last === undefined) return undefined;
  // 交易所探索合作: what is done with the things is no part of their name.
  const tagged = tagWords(last);
  const verb = tagged.findIndex(({ tag }, at) => at > 0 && tag === 'v');
  const name = (verb < 0 ? tagged : tagged.slice(0, verb)).map(({ word }) => word).join('');
  return name === '' || words.generalNouns.includes(name) ? undefined : name;
}
