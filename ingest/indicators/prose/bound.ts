import type { Comparator } from '../../../src/records.js';
import type { Mention, Sentence } from './sentence.js';

const bounds: readonly [RegExp, Comparator][] = [
  [/(?:不超过|不高于|不得超过)[^，；。]{1,24}的\s*$/, '<='],
  [/(?:不低于|不少于|不得低于)[^，；。]{1,24}的\s*$/, '>='],
  [/(?:不到|不足|低于)[^，；。]{1,24}的\s*$/, '<'],
  [/(?:超过|高于)[^，；。]{1,24}的\s*$/, '>'],
  [/(?:约为|约|近|接近)[^，；。]{1,24}的\s*$/, '~'],
];
const ownBound = /以上|以下|以内|左右|余|多/;

/**
 * How a figure bounds the true one, where the word for it does not stand at the figure: 不到深圳的1/5, or
 * before the first of several (分别突破4500亿元、3800亿元).
 */
export function comparatorOf({ text, mentions }: Sentence, mention: Mention): Comparator {
  const { span, clauseStart } = mention;
  if (span.comparator !== '=') return span.comparator;
  const before = text.slice(clauseStart, span.start);
  if (/的\s*$/.test(before)) return bounds.find(([pattern]) => pattern.test(before))?.[1] ?? '=';
  const first = firstOfRun(mentions, mention);
  if (first === mention || !/分别/.test(first.lead)) return '=';
  const isOwn = ownBound.test(first.span.raw) || ownBound.test(first.tail.slice(0, 2));
  return isOwn || first.span.comparator === 'range' ? '=' : first.span.comparator;
}

/** The figure that a list of bare figures begins with. */
function firstOfRun(mentions: readonly Mention[], mention: Mention): Mention {
  let at = mentions.indexOf(mention);
  while (at > 0 && mentions[at]?.listed && /^\s*(?:[、和及与]|以及)\s*$/.test(mentions[at]?.lead ?? ''))
    at -= 1;
  return mentions[at] ?? mention;
}
