import { foldText } from '../../models/cut-words.js';
import type { Passage } from '../../records.js';
import { splitSentences } from '../sentences.js';
import address from './address-patterns.json' with { type: 'json' };

const patterns = address.patterns.map((source) => new RegExp(source, 'iu'));

/** Whether a text speaks to the program that reads it. */
export function speaksToReader(text: string): boolean {
  const folded = foldText(text).replace(/[\u200b-\u200f\u2060\ufeff]/g, '');
  return patterns.some((pattern) => pattern.test(folded));
}

/**
 * A passage without what speaks to its reader: from such a sentence to the end of its paragraph or row,
 * since what follows belongs to it. Nothing in there supports a claim.
 */
export function plainPassage(passage: Passage): Passage {
  const known = plain.get(passage) ?? cutAddresses(passage);
  plain.set(passage, known);
  return known;
}

/** What the store keeps is looked at once. */
const plain = new WeakMap<Passage, Passage>();

function cutAddresses(passage: Passage): Passage {
  if (!speaksToReader(passage.text)) return passage;
  const lines = passage.text.split('\n');
  const cuts = new Map<number, number>();
  for (const { text, start, paragraph } of splitSentences(passage.text))
    if (!cuts.has(paragraph) && speaksToReader(text)) cuts.set(paragraph, start);
  let offset = 0;
  const kept = lines.map((line, at) => {
    const cut = cuts.get(at);
    const rest = cut === undefined ? line : line.slice(0, cut - offset);
    offset += line.length + 1;
    return rest;
  });
  return { ...passage, text: kept.join('\n') };
}
