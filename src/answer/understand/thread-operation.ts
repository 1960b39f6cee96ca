import { lookUpUnit } from '../../quantity/units.js';
import { queryTerms } from '../../retrieve/query-terms.js';
import { resolveUnits } from './resolve-unit.js';
import words from './thread-operations.json' with { type: 'json' };

/** What a follow-up wants done with the figures of the answers before it. */
export interface ThreadOperation {
  operation: string;
  /** Of how many figures, where it says so (两者合计). */
  count: number | undefined;
  /** Words that name something of their own: the whole of a share (占总投资多少). */
  names: string[];
}

const operations = words.operations.map(({ operation, pattern }) => ({
  operation,
  expression: new RegExp(pattern, 'i'),
}));
const counts = Object.entries(words.counts).map(([pattern, count]) => ({
  expression: new RegExp(pattern, 'i'),
  count,
}));
const neutral = new Set(words.neutral);
/** Characters that words of reckoning are made of (要降, 再修). */
const small = words.small;
/** A new figure is asked for, not one worked out of those before. */
const asksWhich = /哪|谁|which|who/i;
const asksForNew = /新增|新建/;
const shareWords = new RegExp(words.shareWords, 'gi');
const longest = 40;

/**
 * The operation of a follow-up that names no figure of its own: 两者合计是多少, 换成亿元, 比2020年多多少. Undefined
 * where it wants none or names what it is to be done with.
 */
export function threadOperation(text: string): ThreadOperation | undefined {
  const plain = text.replace(/\s*[？?。.!！]+\s*$/, '').trim();
  if (plain.length > longest || asksWhich.test(plain)) return undefined;
  const found = operations.find(({ expression }) => expression.test(plain));
  if (!found || (found.operation === 'difference' && asksForNew.test(plain))) return undefined;
  const { operation, expression } = found;
  const names = ownWords(
    operation === 'share' ? plain.replace(shareWords, ' ') : plain.replace(expression, ' '),
  );
  if (names.length > 0 && operation !== 'share') return undefined;
  const count = counts.find(({ expression }) => expression.test(plain))?.count;
  return { operation, count, names };
}

function ownWords(text: string): string[] {
  const units = resolveUnits(text);
  const left = text.replace(/(?:19|20)\d{2}年?[末底]?/g, ' ').replace(/(?:多少|几)[个家座条项所]?/g, ' ');
  return queryTerms([left])
    .map(({ word }) => word)
    .filter((word) => !isNeutral(word) && !units.includes(word) && lookUpUnit(word) === undefined);
}

/** A word that only says what is to be worked out, or a number. */
function isNeutral(word: string): boolean {
  return neutral.has(word) || [...word].every((one) => small.includes(one)) || /^[\d.%]+$/.test(word);
}
