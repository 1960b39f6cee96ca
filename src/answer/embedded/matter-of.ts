import type { QueryTerm } from '../../retrieve/query-terms.js';
import words from './measures-asked.json' with { type: 'json' };

const mends = new RegExp(words.mends.join('|'));

/** True when something wrong is to be put right (怎么补短板): what is done about it is asked for, not what is wrong. */
export function asksToMend(question: string): boolean {
  return mends.test(question);
}

/**
 * Without the words that only ask for what is to be done (办法), or say that something is wrong (短板) where it is to be
 * put right: they stand in no heading of the matter.
 */
export function matterOf(terms: readonly QueryTerm[], question: string): readonly QueryTerm[] {
  const isMended = asksToMend(question);
  const matter = terms.filter(
    ({ word }) => !words.asking.includes(word) && !(isMended && words.wrongs.includes(word)),
  );
  return matter.length > 0 ? matter : terms;
}
