import type { QuestionType } from './question.js';

const shortLimit = 700;
const longLimit = 1_600;
const passageLimit = 1_500;
const longTypes: ReadonlySet<QuestionType> = new Set([
  'summary',
  'list',
  'compare',
  'conflict',
  'responsibility',
  'definition',
]);

/** The beginning of an answer's text, which alone counts: whoever copies a whole chapter has not answered. */
export function countedText(text: string, type: QuestionType): string {
  return text.slice(0, longTypes.has(type) ? longLimit : shortLimit);
}

/** The beginning of a passage, which alone counts. */
export function countedPassage(passage: string): string {
  return passage.slice(0, passageLimit);
}
