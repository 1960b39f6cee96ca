import type { DraftClaim } from '../draft.js';
import { contentWords } from '../verify/said-words.js';
import type { Run } from './run.js';

/** Kinds that are answered with a figure; other answers may have no word of their question. */
const ofFigures: ReadonlySet<Run['kind']> = new Set(['target', 'calculation']);

/**
 * Whether a figure was asked for and none of the claims has one of an indicator or a calculation, nor a word
 * of the question: then they answer something else, however true they are of their passages.
 */
export function isOffQuestion(claims: readonly DraftClaim[], { asked, kind }: Run): boolean {
  if (!ofFigures.has(kind) || claims.length === 0) return false;
  const words = contentWords(asked);
  if (words.length === 0) return false;
  const answers = ({ text, indicators, calculations }: DraftClaim) =>
    indicators.length > 0 ||
    calculations.length > 0 ||
    contentWords(text).some((word) => words.includes(word));
  return !claims.some(answers);
}
