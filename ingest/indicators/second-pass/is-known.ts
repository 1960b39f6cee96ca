import { sameQuantity } from '../../../src/quantity/same-quantity.js';
import type { PlacedFigure } from '../placed-figure.js';
import { sharedPairs } from './shared-pairs.js';

/** From this share of the shorter name's character pairs on, two names of one amount are of one thing. */
const leastShared = 0.5;

/** Whether a figure of a passage was read already: the same amount under a like name or at the same spot. */
export function isKnown(placed: PlacedFigure, known: readonly PlacedFigure[]): boolean {
  const { figure } = placed;
  return known.some((other) => {
    const [a, b] = [figure.quantity, other.figure.quantity];
    const isSame = a && b ? sameQuantity(a, b) : figure.text === other.figure.text;
    const isAlike = sharedPairs(figure.name, other.figure.name) >= leastShared;
    return isSame && (isAlike || spotOf(placed) === spotOf(other));
  });
}

/** Where the figure's digits stand in the passage. */
function spotOf({ figure, place }: PlacedFigure): number {
  const digits = /\d[\d.,]*/.exec(figure.text)?.[0] ?? figure.text;
  return place.offset + place.quote.indexOf(digits);
}
