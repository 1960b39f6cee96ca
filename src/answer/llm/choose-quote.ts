import { cutWords, foldText } from '../../models/cut-words.js';
import { wordWeight } from '../../models/word-weights.js';
import { findQuantities } from '../../quantity/find-quantities.js';
import { sameQuantity } from '../../quantity/same-quantity.js';
import type { Passage } from '../../records.js';
import { splitSentences } from '../sentences.js';
import { toChineseTerms } from '../understand/translate.js';

/** A figure of the claim in a sentence says more than any word. */
const figureWeight = 25;
const longestQuote = 200;

/** The sentence of a passage that shares most with a claim, as it stands there; code chooses, not the model. */
export function chooseQuote(claim: string, passage: Passage): string {
  const words = [...new Set(cutWords(`${claim} ${toChineseTerms(claim)}`))].filter((word) => word.length > 1);
  const figures = findQuantities(claim).filter((span) => span.role === 'quantity');
  const scored = splitSentences(passage.text).map(({ text }) => {
    const folded = foldText(text);
    const shared = words.reduce((sum, word) => sum + (folded.includes(word) ? wordWeight(word) : 0), 0);
    const held = findQuantities(text);
    const bound = figures.filter((figure) => held.some((span) => sameQuantity(figure, span))).length;
    return { text, score: shared + bound * figureWeight };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { text: '', score: -1 });
  return (best.text || passage.text).slice(0, longestQuote);
}
