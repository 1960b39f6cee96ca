import { cutWords, foldText } from './cut-words.js';
import type { Embedder } from './embedder.js';
import { unitVector } from './unit-vector.js';
import { wordWeight } from './word-weights.js';

const dimensions = 512;
/** Two-character grams find what the cutter cut differently, and weigh less than words. */
const gramWeight = 2;

/** A text with the words that `cutWords` makes of it. */
export interface CutText {
  text: string;
  words: readonly string[];
}

/** Takes texts that were cut already, too: cutting is half the work. */
export interface EmbeddedEmbedder extends Embedder {
  embedCut(texts: readonly CutText[]): number[][];
}

/**
 * A deterministic vectoriser without a model: words and character bigrams hashed into a fixed number of
 * signed buckets (feature hashing, Weinberger et al. 2009), weighted by inverse document frequency and
 * dampened term frequency.
 */
export function createEmbeddedEmbedder(): EmbeddedEmbedder {
  return {
    fillsGaps: true,
    id: `embedded-hash-${dimensions}-v1`,
    dimensions,
    embed: async (texts) => texts.map((text) => vectorOf({ text, words: cutWords(text) })),
    embedCut: (texts) => texts.map(vectorOf),
  };
}

function vectorOf({ text, words }: CutText): number[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const gram of bigrams(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const vector = new Array<number>(dimensions).fill(0);
  for (const [feature, count] of counts) {
    const hash = fnv1a(feature);
    const weight = (feature.startsWith('\u0001') ? gramWeight : wordWeight(feature)) * (1 + Math.log(count));
    const bucket = hash % dimensions;
    vector[bucket] = (vector[bucket] ?? 0) + ((hash >>> 16) & 1 ? weight : -weight);
  }
  return unitVector(vector);
}

function bigrams(text: string): string[] {
  const runs = foldText(text).match(/[\u4E00-\u9FFF]{2,}/g) ?? [];
  return runs.flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, at) => `\u0001${run.slice(at, at + 2)}`),
  );
}

/** 32-bit FNV-1a. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
