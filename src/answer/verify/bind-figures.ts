import { findQuantities, type QuantitySpan } from '../../quantity/find-quantities.js';
import { lookUpUnit } from '../../quantity/units.js';
import type { Calculation } from '../../records.js';
import type { DraftClaim } from '../draft.js';
import { compact } from '../sentences.js';
import { fitsCalculation } from './fits-calculation.js';
import { fitsIndicator } from './fits-indicator.js';
import { fitsPassage } from './fits-passage.js';

/**
 * Checks every figure of a claim against what the claim rests on.
 * @returns the first figure that nothing supports, or undefined when all are bound
 */
export function unboundFigure(claim: DraftClaim, calculations: readonly Calculation[]): string | undefined {
  if (isVerbatim(claim)) return undefined;
  const figures = findQuantities(claim.text);
  const stated = figures.filter((span) => span.role === 'quantity' || span.role === 'rank');
  return stated.find((figure) => !isBound({ figure, figures, claim, calculations }))?.raw;
}

/** The plan's own words, from the first to the last: its figures stand where the plan put them. */
export function isVerbatim(claim: Pick<DraftClaim, 'text' | 'support'>): boolean {
  return claim.support.some(({ passage }) => compact(passage.text).includes(compact(claim.text)));
}

function isBound({
  figure,
  figures,
  claim,
  calculations,
}: {
  figure: QuantitySpan;
  figures: readonly QuantitySpan[];
  claim: DraftClaim;
  calculations: readonly Calculation[];
}): boolean {
  if (claim.counts.includes(figure.value) && isCount(figure)) return true;
  const said = { text: claim.text, figures };
  return (
    claim.indicators.some((row) => fitsIndicator(figure, said, row)) ||
    calculations.some(
      (one) => claim.calculations.includes(one.n) && fitsCalculation(figure, claim.text, one),
    ) ||
    claim.support.some(({ passage }) => fitsPassage(figure, said, passage))
  );
}

function isCount({ unit, valueMax }: QuantitySpan): boolean {
  return valueMax === null && (unit === '' || lookUpUnit(unit)?.kind === 'count');
}
