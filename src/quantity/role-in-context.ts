import type { NumberRole } from './fixed-role.js';
import { anyOf } from './match-at.js';
import roles from './number-roles.json' with { type: 'json' };
import type { AmountReading } from './read-amount.js';

const ordinalBefore = new RegExp(`(?:${anyOf(roles.ordinalBefore)})\\s?$`);
const rankBefore = new RegExp(`(?:${anyOf(roles.rankBefore)})[^，。；,.;\\d\\n]{0,${roles.rankReach}}$`);
const monthBefore = new RegExp(`(?:${anyOf(roles.months)}) $`, 'i');
const rankAfter = new RegExp(`^\\s?(?:${anyOf(roles.rankAfter)})`);
const rankAfterFirst = /^\s?(?:[位名强]|[，。；、“”\n ]|$)/;
const labelAfter = new RegExp(`^(?:余|多)?(?:${anyOf(roles.labelAfter)})`);
const labelAfterChinese = new RegExp(`^(?:${anyOf(roles.labelAfterChinese)})`);
const labelDurations = new RegExp(`^\\s?(?:${anyOf(roles.labelDurations)})`);
const englishLabelAfter = new RegExp(`^(?:${anyOf(roles.englishLabelAfter)})`, 'i');
const heading = /^[ #*>\d.]*[(（]?$/;
const vagueBefore = /(?:[近上超逾约过达]|突破)$/;
const reach = 24;

interface Place {
  text: string;
  start: number;
  amount: AmountReading;
}

/** The role of a number that reads as an amount, judged by what stands around it. */
export function roleInContext({ text, start, amount }: Place): NumberRole | undefined {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(amount.end, amount.end + reach);
  const written = text.slice(start, amount.end);
  const ranked = readRank(before, text.slice(start, start + reach), written);
  if (ranked) return ranked;
  if (isOrdinal(before, after, amount)) return 'ordinal';
  if (isYear(before, written, amount)) return 'year';
  if (isLabel(before, after, written, amount)) return 'label';
  if (amount.style === 'digits' || amount.style === 'fraction') return 'quantity';
  return amount.unit === '' || isVague(written, before, amount) ? undefined : 'quantity';
}

/** 百家 and 千户 are figures only where a comparator makes them so (近百家, 上千户). */
function isVague(written: string, before: string, amount: AmountReading): boolean {
  return /^[百千]/.test(written) && !amount.excess && !vagueBefore.test(before);
}

function readRank(before: string, from: string, written: string): NumberRole | undefined {
  const number = /^[\d,]+|^[零一二三四五六七八九十百]+/.exec(from)?.[0] ?? written;
  const after = from.slice(number.length);
  if (/第\s?$/.test(before)) {
    return rankAfter.test(after) || rankBefore.test(before) ? 'rank' : 'ordinal';
  }
  if (/前\s?$/.test(before) && rankAfterFirst.test(after)) return 'rank';
  return rankBefore.test(before) && /(?:No\. ?|top ?|rank\w* ?|排名)$/i.test(before) ? 'rank' : undefined;
}

function isOrdinal(before: string, after: string, amount: AmountReading): boolean {
  if (ordinalBefore.test(before)) return true;
  const isWhole = amount.value.isInteger() && amount.value.abs().lt(100) && amount.unit === '';
  if (!isWhole) return false;
  const line = before.slice(
    Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\t'), before.lastIndexOf('|')) + 1,
  );
  if (/\($/.test(before) && /^\)/.test(after)) {
    return amount.style === 'chinese' || /^\)\s?[A-Za-z\p{Script=Han}“《]/u.test(after);
  }
  if (/(?:\.{3,}|…)\s*$/.test(before)) return true;
  if (heading.test(line) && /^(?:[.、)](?!\d)|\.\d+[ .])/.test(after)) return true;
  return (
    amount.style === 'digits' && /[；;：:。]\s?$/.test(before) && /^[.、)]\s?\p{Script=Han}/u.test(after)
  );
}

function isYear(before: string, written: string, amount: AmountReading): boolean {
  if (/\bFY ?$/i.test(before) || (monthBefore.test(before) && amount.unit === '')) return true;
  if (!/^\d{4}$/.test(written) || amount.unit !== '') return false;
  const year = amount.value.toNumber();
  return year >= roles.earliestBareYear && year <= roles.latestBareYear;
}

function isLabel(before: string, after: string, written: string, amount: AmountReading): boolean {
  if (/[A-Za-z_]-?$/.test(before) && amount.style === 'digits') return true;
  if (amount.unit === '' && /^[A-Za-z_]/.test(after)) return amount.style === 'digits';
  if (/- ?$/.test(before) && /^ ?-/.test(after)) return true;
  if (/[“‘「]$/.test(before) && amount.unit === '' && amount.style === 'digits') return !/^[.,%]/.test(after);
  if (/\+$/.test(before)) return true;
  if (labelAfter.test(after) || englishLabelAfter.test(after)) return true;
  if (amount.style === 'chinese') return isChineseLabel(written, after, amount);
  return false;
}

function isChineseLabel(written: string, after: string, amount: AmountReading): boolean {
  if (amount.unit === '') return labelAfterChinese.test(after);
  if (amount.unit === '年' && labelDurations.test(after)) return true;
  return written.startsWith('一') && roles.articleNouns.includes(written.slice(1));
}
