import { foldText } from '../../../models/cut-words.js';
import qualifiers from '../../../retrieve/name-qualifiers.json' with { type: 'json' };
import { type QueryTerm, queryTerms } from '../../../retrieve/query-terms.js';
import type { Understanding } from '../../understand/understand.js';
import { type Aspect, aspectsAsked, isAspectWord } from '../aspects.js';
import words from './thread-words.json' with { type: 'json' };

/** One thing that a follow-up asks: what it names, and what of it is wanted. */
export interface AskedPart {
  text: string;
  /** Its words with a meaning of their own; none where it asks more of what was spoken of (总投资多少). */
  terms: QueryTerm[];
  aspects: Aspect[];
}

const separators = /[，,；;、？?。]|(?:和|与|以及|还有)(?=[一-鿿])|\band\b/;
/** 压到, 升到, 压缩到: what is asked for is to be reached. */
const reaching = /^\p{Script=Han}{1,2}到$/u;
const asking = new Set([...words.asking, ...qualifiers.words]);

/** The things that a follow-up asks one after the other (保险机构、证券机构呢; 总投资多少，什么时候投产). */
export function askedParts(own: Understanding): AskedPart[] {
  return (own.phrases[0] ?? '')
    .split(separators)
    .map((text) => text.trim())
    .filter((text) => text.length > 1)
    .map((text) => ({ text, terms: contentTerms(text, own), aspects: aspectsAsked(text) }))
    .filter(({ terms, aspects }) => terms.length + aspects.length > 0);
}

/** Whole words that mean something of their own. */
function contentTerms(text: string, { background }: Understanding): QueryTerm[] {
  const terms = queryTerms([text.replace(/(?:那|那么)(?=[^个条家])/, '').replace(/呢$/, '')]).filter(
    ({ word }) =>
      !asking.has(word) &&
      !reaching.test(word) &&
      !isAspectWord(word) &&
      !background.includes(word) &&
      !/^[\d.%]+$/.test(word),
  );
  return terms.filter(({ word }) => !terms.some((other) => other.word !== word && other.word.includes(word)));
}

/** Share of terms, by weight, that a text says. */
export function shareSaid(terms: readonly QueryTerm[], text: string): number {
  const folded = foldText(text).replace(/\s+/g, '');
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const held = terms.filter(({ word, alternatives }) =>
    [word, ...alternatives].some((one) => folded.includes(one)),
  );
  return total === 0 ? 0 : held.reduce((sum, { weight }) => sum + weight, 0) / total;
}
