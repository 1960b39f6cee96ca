import { canonicalNameOf, isKnownName } from '../canonical-name.js';
import { endsInAttribute } from './owner.js';
import { bareLead, splitList } from './phrase.js';
import words from './prose-words.json' with { type: 'json' };

/** 装备制造、新材料三大主导产业产值: the number of the listed and what they share. */
const summedUp = /[一二三四五六七八九十两\d]大(.{2,})$/;
const shortItem = 2;

/** Takes a list of names apart and gives each what it shares with the others. */
export function apart(listed: string): string[] {
  return sharedTail(sharedHead(splitList(listed)));
}

/** 全市金融机构存款余额、贷款余额: what stands before the first name stands before all. */
function sharedHead(names: readonly string[]): string[] {
  const [first = '', ...rest] = names;
  const shortest = Math.min(...rest.map((name) => name.length));
  const head = first.length > shortest + 1 ? first.slice(0, first.length - shortest) : '';
  const isHead = /(?:机构|企业|公司|行业|业|区|市)$/.test(head);
  return isHead ? [first, ...rest.map((name) => head + bareLead(name))] : [...names];
}

/** 氨氮重点工程减排量 → 重点工程减排量: what stands behind a name of the same sort. */
function afterKnown(name: string): string {
  for (let length = name.length - 2; length >= shortItem; length -= 1)
    if (lacksAttribute(name.slice(0, length))) return name.slice(length);
  return endsInAttribute(name);
}

/** 氮氧化物, 挥发性有机物和氨氮减排量: what the vocabulary completes by itself (氮氧化物排放量) is not yet a whole name. */
function lacksAttribute(name: string): boolean {
  const whole = canonicalNameOf(name).name;
  return whole !== name && whole.startsWith(name) && /[量额率值数]$/.test(whole);
}

/** 农村居民人均可支配收入 → 居民人均可支配收入: from the first word on that such names share. */
function tailOf(name: string): string {
  const starts = words.tailHeads.map((head) => name.indexOf(head, shortItem)).filter((at) => at > 0);
  return starts.length === 0 ? name.slice(shortItem) : name.slice(Math.min(...starts));
}

/** 城镇和农村居民人均可支配收入: what stands after the last name stands after all that say too little. */
function sharedTail(names: readonly string[]): string[] {
  const last = names.at(-1) ?? '';
  const others = names.slice(0, -1);
  const isWhole = (name: string) =>
    endsInAttribute(name) !== '' || (isKnownName(name) && !lacksAttribute(name));
  if (others.length === 0 || others.some(isWhole)) return [...names];
  const summed = summedUp.exec(last);
  if (summed?.[1]) return [...others, last.slice(0, summed.index)].map((name) => name + summed[1]);
  const areShort = others.every((name) => name.length <= shortItem);
  const tail = areShort
    ? tailOf(last)
    : others.every(lacksAttribute)
      ? afterKnown(last)
      : endsInAttribute(last);
  if (tail.length < 2) return [...names];
  // 风电、光伏发电装机: 风电 has its 电 already.
  return [...others.map((name) => name + (name.endsWith('电') ? tail.replace(/^发电/, '') : tail)), last];
}
