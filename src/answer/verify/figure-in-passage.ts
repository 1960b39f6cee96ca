import { cutWords, foldText } from '../../models/cut-words.js';
import { findQuantities } from '../../quantity/find-quantities.js';
import { sameQuantity } from '../../quantity/same-quantity.js';
import type { Passage, Quantity } from '../../records.js';
import { splitSentences } from '../sentences.js';
import { toChineseTerms } from '../understand/translate.js';
import { shareHeld } from './share-held.js';

/** Whether a passage has the figure in a sentence (or row) that is about what `name` says. */
export function figureInPassage(figure: Quantity, name: string, passage: Passage): boolean {
  const words = cutWords(toChineseTerms(name)).filter((word) => word.length > 1 && !/\d/.test(word));
  return splitSentences(passage.text).some(({ text }) => {
    if (!findQuantities(text).some((span) => sameQuantity(figure, span))) return false;
    return shareHeld(words, foldText(`${text} ${passage.sectionPath.join(' ')}`)) >= 0.5;
  });
}
