import { anyOf } from './match-at.js';
import roles from './number-roles.json' with { type: 'json' };

const counterAfter = new RegExp(`^\\s?(?:${anyOf(roles.rankAfter)})`);
const rankBefore = new RegExp(`(?:${anyOf(roles.rankBefore)})[^，。；,.;\\d\\n]{0,${roles.rankReach}}$`, 'i');
const directlyBefore = /(?:No\. ?|top ?|rank\w* ?|排名)$/i;
const scopeBefore = new RegExp(`(?:${anyOf(roles.rankScopes)})\\s?第\\s?$`);
const endOfPhrase = /^\s?(?:[，。；、,.;”（(\n]|$)/;
const leadersAfter = /^\s?(?:[位名强]|[，。；、“”\n ]|$)/;
const seriesAfter = /^\s?[批次期届轮个家阶]/;
const number = /^(?:[\d,]+|[零一二三四五六七八九十百]+)(?:st|nd|rd|th)?/i;

/** Tells a place in an order (排名第一, 全国第 4, ranked 4th) from 第 of a series; undefined for neither. */
export function rankHere(before: string, from: string): 'rank' | 'ordinal' | undefined {
  const after = from.slice(number.exec(from)?.[0].length ?? 0);
  if (/第\s?$/.test(before)) {
    if (seriesAfter.test(after)) return 'ordinal';
    const ranked = rankBefore.test(before) || (scopeBefore.test(before) && endOfPhrase.test(after));
    return ranked || counterAfter.test(after) ? 'rank' : 'ordinal';
  }
  if (/前\s?$/.test(before) && leadersAfter.test(after)) return 'rank';
  return rankBefore.test(before) && directlyBefore.test(before) ? 'rank' : undefined;
}
