import { isKnownName } from '../canonical-name.js';
import { nameFigure } from './name-figure.js';
import type { Naming, Topic } from './naming.js';
import { endsInAttribute } from './owner.js';
import { bareLead, splitList, tidyPhrase } from './phrase.js';
import { relationOf } from './relation.js';
import type { Mention } from './sentence.js';

const placeAlone = /^(?:[我本全][省市县区州]|[一-鿿]{1,4}(?:省|市|区|县|州))$/;
/** 装备制造、新材料三大主导产业产值: the number of the listed and what they share. */
const summedUp = /[一二三四五六七八九十两\d]大(.{2,})$/;
const shortItem = 2;

/** Names a run of figures that are listed without names of their own: 分别达4.37万亿元、4.11万亿元. */
export function nameRun(
  run: readonly Mention[],
  topic: Topic,
  /** One thing in several years (2025年、2027年…分别达到). */
  isByYear: boolean,
): (Naming | undefined)[] {
  const [first] = run;
  if (!first || run.length < 2) return run.map((mention) => nameFigure(mention, topic));
  const lead = first.lead.replace(/分别/g, '');
  if (isByYear) {
    const naming = nameFigure({ ...first, lead }, topic);
    return run.map(() => naming);
  }
  const relation = relationOf({ lead, unit: first.span.unit, raw: first.span.raw });
  const label = relation.kind === 'level' ? '' : relation.label;
  const listed = tidyPhrase(relation.subject);
  const subjects = namesForRun(placeAlone.test(listed) ? '' : listed, run.length, topic);
  if (!subjects && lead !== first.lead) return [];
  if (!subjects) return run.map((mention) => nameFigure(mention, topic));
  return subjects.map((subject) => {
    const names = [subject + label];
    return { names, subjects: label === '' ? names : [], relation: relation.kind, verb: '' };
  });
}

function namesForRun(listed: string, count: number, topic: Topic): string[] | undefined {
  if (listed.length >= 2) return exactly(apart(listed), count);
  const last = topic.subjects.at(-1);
  const split = last === undefined ? [] : apart(last);
  if (split.length === count) return split;
  return exactly(topic.subjects.slice(-count), count) ?? exactly(topic.before, count);
}

function exactly(names: readonly string[], count: number): string[] | undefined {
  return names.length === count ? [...names] : undefined;
}

function apart(listed: string): string[] {
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

/** 城镇和农村居民人均可支配收入: what stands after the last name stands after all that say too little. */
function sharedTail(names: readonly string[]): string[] {
  const last = names.at(-1) ?? '';
  const others = names.slice(0, -1);
  const isWhole = (name: string) => endsInAttribute(name) !== '' || isKnownName(name);
  if (others.length === 0 || others.some(isWhole)) return [...names];
  const summed = summedUp.exec(last);
  if (summed?.[1]) return [...others, last.slice(0, summed.index)].map((name) => name + summed[1]);
  const areShort = others.every((name) => name.length <= shortItem);
  const tail = areShort ? last.slice(others[0]?.length) : endsInAttribute(last);
  return tail.length < 2 ? [...names] : [...others.map((name) => name + tail), last];
}
