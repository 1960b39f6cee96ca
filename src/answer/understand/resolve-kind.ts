import type { Frame } from '../../records.js';
import questionWords from '../../vocabulary/question-words.json' with { type: 'json' };

type Kind = Frame['kind'];

/** Kinds from the most telling to the least: a word of an earlier one decides. */
const precedence: readonly (keyof typeof questionWords)[] = [
  'about',
  'plans',
  'conflict',
  'responsibility',
  'calculation',
  'comparison',
  'definition',
  'summary',
  'list',
  'target',
  'fact',
];

/** What kind of answer a question wants, by the words that show it; a fact when none does. */
export function resolveKind(text: string): Kind {
  const folded = text.toLowerCase().replace(/\s+/g, '');
  if (folded === '') return 'empty';
  for (const kind of precedence) {
    if (questionWords[kind].some((word) => folded.includes(word.toLowerCase().replace(/\s+/g, ''))))
      return kind;
  }
  return 'fact';
}
