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
 * "扩大产能" from "严禁扩大产能". Each part of a long claim is looked at for itself.
 */
export function hasSamePolarity(claim: Pick<DraftClaim, 'text' | 'support'>): boolean {
  const text = withoutRemarks(claim.text.replace(bareAnswer, ''));
  const sentences = claim.support.flatMap(({ passage }) =>
    splitSentences(passage.text).map((one) => one.text),
  );
  const denials = partsOf(text).filter(denies);
  if (denials.length > 0) return denials.every((part) => isDenied(part, text, sentences));
  const own = contentWords(text);
  const same = sentences.flatMap(partsOf).filter((part) => shareHeld(own, foldText(part)) >= sameWords);
  const forbids = (part: string) => words.forbidding.some((word) => part.includes(word));
  return same.length === 0 || !same.every(forbids) || words.forbidding.some((word) => text.includes(word));
}

function partsOf(text: string): string[] {
  return text.split(/[，,；;：:。]|\.\s/).filter((part) => part.trim() !== '');
}

function denies(part: string): boolean {
  return words.claimed.some((word) => ` ${part.toLowerCase()} `.includes(word));
}

/** A part that says little by itself ("but not in 2030") is about what all of the claim is about. */
function isDenied(part: string, text: string, sentences: readonly string[]): boolean {
  const own = contentWords(part);
  const about = own.length > 1 ? own : contentWords(text);
  const stretches = own.length > 1 ? sentences.flatMap(partsOf) : sentences;
  return stretches
    .filter((stretch) => shareHeld(about, foldText(stretch)) >= sameMatter)
    .some((stretch) => words.stated.some((word) => stretch.includes(word)));
}

/** What an answer says of its figures (no more than, no exact ones, worked out) denies nothing that a plan says. */
function withoutRemarks(text: string): string {
  return words.remarks.reduce((rest, remark) => rest.replaceAll(new RegExp(remark, 'gi'), ''), text);
}
