import { foldText } from '../models/cut-words.js';
import type { Passage } from '../records.js';

/** A passage's text and its headings, folded and without white space. */
export interface FoldedPassage {
  text: string;
  head: string;
}

const folded = new WeakMap<Passage, FoldedPassage>();

/** Folds a passage for matching; done once for a passage that the store keeps. */
export function foldPassage(passage: Passage): FoldedPassage {
  const known = folded.get(passage) ?? {
    text: foldText(passage.text).replace(/\s+/g, ''),
    head: foldText(passage.sectionPath.join(' ')).replace(/\s+/g, ''),
  };
  folded.set(passage, known);
  return known;
}
