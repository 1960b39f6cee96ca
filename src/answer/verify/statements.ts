import { foldText } from '../../models/cut-words.js';
import { findQuantities, type QuantitySpan } from '../../quantity/find-quantities.js';
import type { Passage } from '../../records.js';
import { splitSentences } from '../sentences.js';
import { type FigurePlace, figurePlace } from './figure-place.js';

/** A figure of a passage with what the passage says of it. */
export interface Statement {
  span: QuantitySpan;
  place: FigurePlace;
  /** The sentence or table row. */
  sentence: string;
  /** The paragraph that it stands in. */
  line: string;
}

const cacheLimit = 200;
const known = new Map<string, Statement[]>();

/** Every figure of a passage, each in its sentence. */
export function statementsOf({ text }: Pick<Passage, 'text'>): Statement[] {
  const before = known.get(text);
  if (before) return before;
  const lines = text.split('\n');
  const statements = splitSentences(text).flatMap(({ text: sentence, paragraph }) => {
    const spans = findQuantities(sentence);
    return spans.map((span) => ({
      span,
      place: figurePlace(sentence, span, spans),
      sentence: foldText(sentence),
      line: lines[paragraph] ?? '',
    }));
  });
  if (known.size >= cacheLimit) known.clear();
  known.set(text, statements);
  return statements;
}
