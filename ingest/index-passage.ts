import { cutWords } from '../src/models/cut-words.js';
import type { CutText } from '../src/models/embedded-embedder.js';
import type { Passage } from '../src/records.js';
import type { PlanHead } from './plan-record.js';

/** A passage with what is indexed and embedded of it, and the words of its section path alone. */
export interface IndexedPassage extends CutText {
  passage: Passage;
  headWords: readonly string[];
}

/**
 * Puts the plan's title, its period and the section path before the text of a passage. What passages have in
 * common is cut into words once: a line break always parts two words.
 */
export function createPassageIndexer(head: PlanHead): (passage: Passage) => IndexedPassage {
  const period = head.periodStart === null ? '' : `${head.periodStart}-${head.periodEnd}`;
  const plan = `${head.title}\n${period}`;
  const planWords = cutWords(plan);
  const byPath = new Map<string, readonly string[]>();
  return (passage) => {
    const path = passage.sectionPath.join(' ');
    const headWords = byPath.get(path) ?? cutWords(path);
    byPath.set(path, headWords);
    return {
      passage,
      text: `${plan}\n${path}\n${passage.text}`,
      words: [...planWords, ...headWords, ...cutWords(passage.text)],
      headWords,
    };
  };
}
