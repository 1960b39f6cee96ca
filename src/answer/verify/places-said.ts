import type { QuantitySpan } from '../../quantity/find-quantities.js';
import type { FigurePlace } from './figure-place.js';
import { placeStems } from './said-words.js';

const marks = /[，,、：:；;。（）()\n]/;

/**
 * The places that a claim says a figure to be of: those in front of it, else the last that were named before,
 * else all that its clause names.
 */
export function placesSaid(
  text: string,
  { start }: QuantitySpan,
  { lead, clause }: FigurePlace,
): readonly string[] {
  const own = placeStems(lead);
  if (own.length > 0) return own;
  const segments = text.slice(0, start).split(marks).reverse();
  for (const segment of segments) {
    const named = placeStems(segment);
    if (named.length > 0) return named;
  }
  return placeStems(clause);
}
