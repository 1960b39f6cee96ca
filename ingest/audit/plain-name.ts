import { keepRecent } from '../../src/keep-recent.js';
import { foldWidth } from '../../src/quantity/fold-width.js';
import words from './audit-words.json' with { type: 'json' };

/** 进出口总额占全市进出口总额比重 is 进出口总额占全市比重. */
const repeatedPart = /^(.+?)占(全市|全区|全省|全国)\1(比重|比例)$/u;
const prefix = new RegExp(words.regionalPrefixes);

/** Each row is compared with many others. */
const known = keepRecent<string, string>(2_000);

/** A name without what two places of a plan write differently: joining words, brackets, 全市, 数量. */
export function plainName(name: string): string {
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const found = shortenName(name);
  known.set(name, found);
  return found;
}

function shortenName(name: string): string {
  const bare = foldWidth(name)
    .replace(/[\s“”"'()、，,·的及和与或]/g, '')
    .toUpperCase()
    .replace(repeatedPart, '$1占$2$3')
    .replace(/企业/g, '公司')
    .replace(/(?:比重|比例|份额)/g, '占比')
    .replace(/(?<=.{2})(?:数量|总数|总量|家数|个数|户数|总额|金额|规模)$/, '')
    .replace(/(?<=.{3})数$/, '');
  const shorter = bare.replace(prefix, '');
  return shorter === bare || shorter.length < 2 ? bare : plainName(shorter);
}
