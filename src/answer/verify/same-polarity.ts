import { foldText } from '../../models/cut-words.js';
import type { DraftClaim } from '../draft.js';
import { splitSentences } from '../sentences.js';
import words from './polarity-words.json' with { type: 'json' };
import { contentWords } from './said-words.js';
import { shareHeld } from './share-held.js';

/** A sentence that holds this much of the claim is about the same matter. */
const sameMatter = 0.4;
/** And a part of one that holds this much says the same, but for a "not". */
const sameWords = 0.6;

/** "不是：", "No, ": the answer to the question, before what is said of the plan. */
const bareAnswer = /^(?:不是|不对|不能|不同|没有|否|no|not exactly|not quite)\s*[：:，,。.；;]/i;

/**
 * Whether a claim denies what the passages deny, and nothing else: "不再建设" is not taken from "建设", nor
 * "扩大产能" from "严禁扩大产能".
 */
export function hasSamePolarity(claim: Pick<DraftClaim, 'text' | 'support'>): boolean {
  const { support } = claim;
  const text = claim.text.replace(bareAnswer, '');
  const denies = words.claimed.some((word) => ` ${text.toLowerCase()} `.includes(word));
  const own = contentWords(text);
  const sentences = support.flatMap(({ passage }) => splitSentences(passage.text).map((one) => one.text));
  if (denies) {
    const about = sentences.filter((sentence) => shareHeld(own, foldText(sentence)) >= sameMatter);
    return about.some((sentence) => words.stated.some((word) => sentence.includes(word)));
  }
  const parts = sentences.flatMap((sentence) => sentence.split(/[，,；;：:]/));
  const same = parts.filter((part) => shareHeld(own, foldText(part)) >= sameWords);
  const forbids = (part: string) => words.forbidding.some((word) => part.includes(word));
  return same.length === 0 || !same.every(forbids) || words.forbidding.some((word) => text.includes(word));
}
