import { longestPhrase, lookUp, type Says } from './render-terms.js';

const inner =
  /^[\w'’-]+(?: [\w'’-]+)*? (?:of|in|for|and|or|to|with|on|by|from|per|within|at|above|under|plus) [\w' -]+$/i;
const asking =
  /^(?:what|which|how|who|when|where|is|are|does|do|did|will|the|a|an|of|in|for|and|to|with|on|from|under|at)$/i;

/**
 * Terms of several words that hold a preposition (value added of the financial sector) put into Chinese before the
 * question is taken apart at its prepositions.
 */
export function protectTerms(text: string, says: Says): string {
  const parts = text.split(/(\s+|[?,;:!()]|\.(?=\s|$))/);
  let written = '';
  for (let at = 0; at < parts.length; ) {
    const found = asking.test(parts[at] ?? '') ? undefined : termAt(parts, at, says);
    written += found ? ` ${found.term} ` : (parts[at] ?? '');
    at += found?.length ?? 1;
  }
  return written;
}

function termAt(
  parts: readonly string[],
  at: number,
  says: Says,
): { term: string; length: number } | undefined {
  for (let words = longestPhrase; words >= 3; words -= 1) {
    const length = 2 * words - 1;
    const phrase = parts.slice(at, at + length).join('');
    if (parts.length < at + length || !inner.test(phrase)) continue;
    const found = lookUp(phrase.replace(/\s+/g, ' '));
    const term = found.find(says) ?? found[0];
    if (term !== undefined) return { term, length };
  }
  return undefined;
}
