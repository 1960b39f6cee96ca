import { foldText } from '../../models/cut-words.js';
import type { QuantitySpan } from '../../quantity/find-quantities.js';
import { sameKind } from '../../quantity/units.js';
import type { Indicator, Passage, Quantity } from '../../records.js';
import { type FigurePlace, figurePlace } from './figure-place.js';
import { fitsQuantity } from './fits-quantity.js';
import { contentWords, placeStems } from './said-words.js';
import { shareHeld } from './share-held.js';
import { statementsOf } from './statements.js';

/** By this much another figure must fit a claim's words better before the claim's own is doubted. */
const margin = 0.2;
/** And it must fit them this well. */
const leastFit = 0.5;
/** What a year that both name says for a figure. */
const yearFit = 0.2;

interface Rival {
  quantity: Quantity;
  fit: number;
}

/**
 * Whether another figure of what is cited fits the words beside a claim's figure clearly better than any
 * that has the claim's amount: then the claim has taken the figure of something else.
 */
export function isOutdone(
  figure: QuantitySpan,
  claim: { text: string; figures: readonly QuantitySpan[] },
  { passages, rows }: { passages: readonly Passage[]; rows: readonly Indicator[] },
): boolean {
  const said = figurePlace(claim.text, figure, claim.figures);
  const places = new Set(placeStems(claim.text));
  const words = contentWords(`${said.lead} ${said.tail}`).filter((word) => !places.has(word));
  if (words.length === 0) return false;
  const rivals = [
    ...passages.flatMap((passage) => inPassage(passage, words, said)),
    ...rows.flatMap((row) => ofRow(row, words, said)),
  ].filter(({ quantity }) => sameKind(quantity.unit, figure.unit));
  const best = (list: readonly Rival[]) => Math.max(0, ...list.map(({ fit }) => fit));
  const own = best(rivals.filter(({ quantity }) => fitsQuantity(figure, quantity)));
  const other = best(rivals.filter(({ quantity }) => !fitsQuantity(figure, quantity)));
  return other >= leastFit && other > own + margin;
}

function inPassage(passage: Passage, words: readonly string[], said: FigurePlace): Rival[] {
  return statementsOf(passage)
    .filter(({ span, place }) => span.role === 'quantity' && mayBeOfYear(said.years, place.years))
    .map(({ span, place }) => {
      const held = shareHeld(words, foldText(`${place.lead} ${place.tail}`));
      return { quantity: span, fit: held + (agree(said.years, place.years) ? yearFit : 0) };
    });
}

function ofRow(row: Indicator, words: readonly string[], said: FigurePlace): Rival[] {
  const { value, valueMax, unit, comparator } = row;
  const years = row.year === null ? [] : [row.year];
  if (value === null || !mayBeOfYear(said.years, years)) return [];
  const named = foldText(
    [row.name, row.canonicalName, ...row.aliases, row.scope ?? '', row.attribute ?? ''].join(' '),
  );
  const fit = shareHeld(words, named) + (agree(said.years, years) ? yearFit : 0);
  return [{ quantity: { value, valueMax, unit, comparator }, fit }];
}

function mayBeOfYear(said: readonly number[], stated: readonly number[]): boolean {
  return said.length === 0 || stated.length === 0 || agree(said, stated);
}

function agree(some: readonly number[], others: readonly number[]): boolean {
  return some.some((year) => others.includes(year));
}
