import { wordWeight } from '../../models/word-weights.js';

/** The share of the words, by weight, that stand in the text; 1 where there are none to look for. */
export function shareHeld(words: readonly string[], text: string): number {
  const total = words.reduce((sum, word) => sum + wordWeight(word), 0);
  const held = words.reduce((sum, word) => sum + (text.includes(word) ? wordWeight(word) : 0), 0);
  return total === 0 ? 1 : held / total;
}
