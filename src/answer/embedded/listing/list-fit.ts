import { tagWords } from '../../../models/cut-words.js';
import type { InlineList } from './inline-lists.js';
import type { ListWish } from './list-wish.js';
import words from './list-words.json' with { type: 'json' };

/** What a list gains where it is of what was asked, and loses where it is not of as many things. */
const gains = { count: 0.45, otherCount: -0.4, noun: 0.45, kind: 0.35, near: 0.3 };
/** How far from a list the word stands that says what its members are. */
const reach = 14;
const places = new RegExp(`(?:${words.places.join('|')})$`);
const numbers = '零一二三四五六七八九十';

/** How well a list fits what is asked for, besides its matter: the number of its members and what they are. */
export function listFit(list: InlineList, { count, noun }: ListWish): number {
  return countFit(list, count) + (noun === undefined ? 0 : nounFit(list, noun));
}

/** The members are counted, or the plan says how many they are. */
function countFit({ members, after }: InlineList, count: number | undefined): number {
  if (count === undefined) return 0;
  if (members.length === count) return gains.count;
  const said = new RegExp(
    `^等?[“"]?(?:${numbers[count] ?? count}|${count}|${count === 2 ? '两' : count})[^年月日\\d]`,
  );
  return said.test(after) ? gains.count : gains.otherCount;
}

/** True where a sentence says somewhere that there are so many (五大, 5个). */
export function countsIn(sentence: string, count: number): boolean {
  return new RegExp(
    `(?<![\\d一二三四五六七八九十])${written(count)}[^年月日\\d.．一二三四五六七八九十]`,
  ).test(sentence);
}

function written(count: number): string {
  return `(?:${numbers[count] ?? count}|${count}${count === 2 ? '|两' : ''})`;
}

function nounFit({ members, before, after }: InlineList, noun: string): number {
  const head = noun.slice(-2);
  if (after.slice(0, reach + noun.length).includes(head)) return gains.noun;
  if (areAlike(members, head)) return gains.noun;
  if (noun.length <= 2 && areAlike(members, head.slice(-1))) return gains.kind;
  if (places.test(noun)) return isOfPlaces(members) ? gains.kind : 0;
  return before.slice(-reach).includes(head) ? gains.near : 0;
}

/** All members but one end as what is asked for; what follows the last may be taken along with it. */
function areAlike(members: readonly string[], ending: string): boolean {
  const alike = members.filter((member) => member.replace(/等$/, '').endsWith(ending)).length;
  return alike > 1 && alike >= members.length - 1;
}

/** Most of the members are places; what stands before the first may be taken along with it. */
function isOfPlaces(members: readonly string[]): boolean {
  const placed = members.filter((member) => {
    const tags = tagWords(member.slice(-6));
    return tags.at(-1)?.tag === 'ns' || tags.some(({ tag }) => tag === 'ns');
  });
  return placed.length * 2 > members.length;
}
