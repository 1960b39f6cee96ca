import type { QuantitySpan } from './find-quantities.js';
import { findQuantities } from './find-quantities.js';
import words from './sums/sum-words.json' with { type: 'json' };
import { lookUpUnit } from './units.js';

/** A figure with what stands before it as its name. */
export interface LabelledFigure {
  label: string;
  span: QuantitySpan;
}

const opens = new RegExp(words.opens);
const closes = new RegExp(words.closes);
const opensParts = new RegExp(words.opensParts);
const [shortestLabel, longestLabel] = [2, 24];

/** The figures of a sentence that have a name of their own; what is said to consist of others is left out. */
export function labelledFigures(text: string): LabelledFigure[] {
  const spans = findQuantities(text).filter(
    ({ role, unit, valueMax }) =>
      role === 'quantity' && valueMax === null && (lookUpUnit(unit)?.kind ?? 'time') !== 'time',
  );
  return spans.flatMap((span, at): LabelledFigure[] => {
    const before = text.slice(spans[at - 1]?.end ?? 0, span.start);
    const own = before.split(/[，。；：、,;:（(]/).at(-1) ?? '';
    const label = own.replace(closes, '').trim().replace(opens, '').trim();
    const isNamed = label.length >= shortestLabel && label.length <= longestLabel;
    return isNamed && !opensParts.test(text.slice(span.end)) ? [{ label, span }] : [];
  });
}
