import { foldWidth } from '../quantity/fold-width.js';

/** Brings words to what quotes are compared by: no full width, white space or punctuation except `.`, `%`, `-` and `_`. */
export function foldQuote(text: string): string {
  return foldWidth(text).replace(/(?![.%_-])[\s\p{P}\p{S}]/gu, '');
}
