import { findQuantities } from '../../quantity/find-quantities.js';
import type { Passage, Plan, Quantity } from '../../records.js';
import { fitsPassage } from './fits-passage.js';
import { ownPlaces } from './own-places.js';

/** Whether a passage has the figure under this name, as an input of a calculation. */
export function figureInPassage(
  { value, unit }: Pick<Quantity, 'value' | 'unit'>,
  name: string,
  passage: Passage,
  plan: Plan | undefined,
): boolean {
  const text = `${name}${value}${unit}`;
  const figures = findQuantities(text);
  const figure = figures.at(-1);
  return figure !== undefined && fitsPassage(figure, { text, figures }, passage, ownPlaces(plan));
}
