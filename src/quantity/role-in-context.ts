import type { NumberRole } from './fixed-role.js';
import { anyOf } from './match-at.js';
import type { NumberPlace } from './number-place.js';
import roles from './number-roles.json' with { type: 'json' };
import { isOrdinalHere } from './ordinal-here.js';
import { rankHere } from './rank-here.js';
import type { AmountReading } from './read-amount.js';
import { lookUpUnit } from './units.js';

const monthBefore = new RegExp(`(?:${anyOf(roles.months)}) $`, 'i');
const boundBefore = /(?:[超逾过破≥≤><]|[低少小大高多]于|至[少多])\s?$/;
/** 1960 in 2020: how many there were in that year. */
const ofYear = /^ (?:in|by|for|at the end of|as of) (?:the end of )?(?:19|20)\d\d(?!\d)/i;
const labelBefore = new RegExp(`(?:${anyOf(roles.labelBefore)})$`);
const labelAfter = new RegExp(`^(?:余|多)?\\s?(?:${roles.labelAfter.join('|')})`);
const versionAfter = new RegExp(`^\\s?(?:${anyOf(roles.versionAfter)})`);
const labelAfterChinese = new RegExp(`^(?:${anyOf(roles.labelAfterChinese)})`);
const labelDurations = new RegExp(`^\\s?(?:${anyOf(roles.labelDurations)})`);
const englishLabelAfter = new RegExp(`^(?:${anyOf(roles.englishLabelAfter)})`, 'i');
const openingQuote = /[“‘「『]$/;
const vagueBefore = /(?:[近上超逾约过达]|突破)$/;

/** The role of a number that reads as an amount; undefined for a numeral that is only part of a word. */
export function roleInContext(place: NumberPlace): NumberRole | undefined {
  const { before, written, after, amount } = place;
  const ranked = rankHere(before, written + after);
  if (ranked) return ranked;
  if (isOrdinalHere(place)) return 'ordinal';
  if (isYear(place)) return 'year';
  if (isLabel(place)) return 'label';
  if (amount.style === 'digits' || amount.style === 'fraction') return 'quantity';
  return amount.unit === '' || isVague(written, before, amount) ? undefined : 'quantity';
}

function isYear({ before, written, after, amount }: NumberPlace): boolean {
  if (amount.unit !== '') return false;
  if (/\bFY ?$/i.test(before) || monthBefore.test(before)) return true;
  const value = amount.value.toNumber();
  const couldBeYear = value >= roles.earliestBareYear && value <= roles.latestBareYear;
  return couldBeYear && /^\d{4}$/.test(written) && !boundBefore.test(before) && !ofYear.test(after);
}

function isLabel(place: NumberPlace): boolean {
  const { before, after, amount } = place;
  if (/(?:\+|\^\(?)$/.test(before) || labelBefore.test(before)) return true;
  if (/[-–—] ?$/.test(before) && /^ ?[-–—](?!\s?\d)/.test(after)) return true;
  if (labelAfter.test(after) || englishLabelAfter.test(after)) return true;
  return amount.style === 'chinese' ? isChineseLabel(place) : amount.style === 'digits' && isCode(place);
}

/** Digits inside a name: G20, 5G, “12345”热线, 2.0版, a footnote mark. */
function isCode({ before, written, after, amount, adjoins }: NumberPlace): boolean {
  if (/[A-Za-z_]-?$/.test(before)) return true;
  if (amount.unit !== '') return false;
  if (/^[A-Za-z_]/.test(after) || adjoins) return true;
  if (openingQuote.test(before)) return !/^[.,%]/.test(after);
  return /^\d\.\d$/.test(written) && versionAfter.test(after);
}

function isChineseLabel({ before, written, after, amount }: NumberPlace): boolean {
  // 一处为…，另一处为…: the one and the other are no count.
  if (/^一\D/.test(written) && (before.endsWith('另') || after.includes(`另${written}`))) return true;
  if (amount.unit === '') return labelAfterChinese.test(after);
  if (amount.unit === '年' && labelDurations.test(after)) return true;
  if (openingQuote.test(before) && lookUpUnit(amount.unit)?.kind === 'count') return true;
  return written.startsWith('一') && roles.articleNouns.includes(written.slice(1));
}

/** 百家 and 千户 are figures only where a comparator makes them so (近百家, 上千户). */
function isVague(written: string, before: string, amount: AmountReading): boolean {
  return /^[百千]/.test(written) && !amount.excess && !vagueBefore.test(before);
}
