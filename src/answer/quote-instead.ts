import type { DraftClaim } from './draft.js';
import { quotedClaim } from './quoted-claim.js';
import { compact, splitSentences } from './sentences.js';

/** So many places of one claim are quoted; what rests on more of them is no sentence of the plan. */
const mostQuotes = 3;

/**
 * The plan's own sentences for a claim that was made from them and could not be verified: word for word they always
 * stand. What was worked out is no sentence, and has none.
 */
export function quotesInstead(claim: DraftClaim): DraftClaim[] {
  if (claim.calculations.length > 0 || claim.conflictAbout !== undefined) return [];
  if (claim.support.length > mostQuotes) return [];
  return claim.support.flatMap(({ passage, quote }) => {
    const sentence = splitSentences(passage.text).find(({ text }) => compact(text).includes(compact(quote)));
    if (!sentence || sentence.text === claim.text) return [];
    const indicators = claim.indicators.filter(
      (row) => row.passageId === passage.passageId && compact(sentence.text).includes(compact(row.quote)),
    );
    const quoted = { ...quotedClaim(sentence.text, passage), indicators };
    return [claim.label === undefined ? quoted : { ...quoted, label: claim.label }];
  });
}
