import { foldWidth } from '../../../src/quantity/fold-width.js';
import { lookUpUnit } from '../../../src/quantity/units.js';
import words from './table-words.json' with { type: 'json' };

/** The name of a row, taken apart. */
export interface RowName {
  name: string;
  /** Unit given in the name's brackets, or ''. */
  unit: string;
  /** Part of the row before (其中：…). */
  isPart: boolean;
}

const including = new RegExp(words.including);
const rowNumber = /^(?:[一二三四五六七八九十]{1,3}、|[（(]?\d{1,3}[）)]|\d{1,3}\s*[.．、](?!\d)|[①-⑳])\s*/;
/** 较大事故起数 is a name of its own, 较上年 is none. */
const fullerStart = new RegExp(words.fullerStarts);
const bracketAtEnd = /\s*[（([]([^（）()[\]]{1,24})[）)\]]\s*$/;

/** Takes the row number and the unit's bracket off a name: 1.金融业增加值（亿元） → 金融业增加值, 亿元. */
export function readRowName(cell: string): RowName {
  const text = cell
    .replace(/\s+/g, ' ')
    .replace(rowNumber, '')
    .replace(/^[-–—·●■◆]+\s*/, '')
    .trim();
  const isPart = including.test(text);
  const bare = text
    .replace(including, '')
    .replace(/^[-–—·]+/, '')
    .trim();
  const bracket = bracketAtEnd.exec(bare);
  const inner = foldWidth(bracket?.[1] ?? '')
    .trim()
    .replace(/^单位[:：]/, '');
  if (bracket && (inner === '' || isUnit(inner)))
    return { name: tidy(bare.slice(0, bracket.index)), unit: inner, isPart };
  const qualified = bracket && qualifiedUnit(inner);
  if (bracket && qualified)
    return {
      name: `${tidy(bare.slice(0, bracket.index))}（${qualified.qualifier}）`,
      unit: qualified.unit,
      isPart,
    };
  const trailing = /^(.{2,}?)[，,]\s*单位[:：]\s*(\S{1,12})$/.exec(bare);
  if (trailing?.[1] && trailing[2]) return { name: tidy(trailing[1]), unit: trailing[2], isPart };
  return { name: tidy(bare), unit: '', isPart };
}

/** 万套，累计: a unit and how it is counted, which stays with the name. */
function qualifiedUnit(inner: string): { unit: string; qualifier: string } | undefined {
  const parts = inner.split(/[，,；;、]/).map((part) => part.trim());
  const unit = parts.find(isUnit);
  const others = parts.filter((part) => part !== unit);
  const isQualifier = (part: string) => /^[一-鿿]{2,6}$/.test(part);
  return unit !== undefined && others.length === 1 && others.every(isQualifier)
    ? { unit, qualifier: others.join('') }
    : undefined;
}

function isUnit(text: string): boolean {
  return text.length <= 16 && lookUpUnit(text) !== undefined && !/^[\d.]+$/.test(text);
}

/** Spaces between Chinese characters come from typesetting. */
function tidy(name: string): string {
  return name
    .replace(/(?<=[一-鿿）)])\s+(?=[一-鿿（(])/g, '')
    .replace(/[:：]$/, '')
    .trim();
}

/** Puts a group's name before a name that says too little alone: 占GDP比重 → 金融业增加值占GDP比重. */
export function joinGroup(group: string, name: string): string {
  if (group === '' || name === '' || name.startsWith(group)) return name === '' ? group : withoutSize(name);
  if (name === '规模' || name === '总量') return withoutSize(group + name);
  return group + name;
}

/** 金融业增加值规模 is 金融业增加值. */
function withoutSize(name: string): string {
  const bare = name.replace(/规模$/, '');
  return words.selfSized.some((ending) => bare.endsWith(ending)) ? bare : name;
}

/** Names that mean nothing without the row above (规模, 占比, 占GDP比重). */
export function isBareName(name: string): boolean {
  const isBareStart = words.bareStarts.some((start) => name.startsWith(start)) && !fullerStart.test(name);
  return words.bareNames.includes(name) || isBareStart;
}

/** The unit that a name implies: 家数 → 家, 金融机构数量 → 家, 增速 → %. */
export function impliedUnit(name: string): string {
  for (const [word, unit] of Object.entries(words.countWords)) if (name.endsWith(word)) return unit;
  if (/(?:(?<!容积)率|比重|占比|比例|增速|增幅)$/.test(name)) return '%';
  const plain = name.replace(/[（(][^（）()]*[）)]/g, '');
  if (!words.countedNames.some((ending) => plain.endsWith(ending))) return '';
  const stem = plain.replace(/(?:规划)?(?:入驻)?(?:数量|个数|总量|总数)$/, '');
  for (const [noun, unit] of Object.entries(words.countedNouns)) if (stem.endsWith(noun)) return unit;
  return stem === plain ? '' : '个';
}
