import { findQuantities, type QuantitySpan } from '../../quantity/find-quantities.js';
import { lookUpUnit } from '../../quantity/units.js';
import type { Calculation, Plan } from '../../records.js';
import type { DraftClaim } from '../draft.js';
import { fitsCalculation } from './fits-calculation.js';
import { fitsIndicator } from './fits-indicator.js';
import { fitsPassage } from './fits-passage.js';
import { isVerbatim } from './is-verbatim.js';
import { ownPlaces } from './own-places.js';

/**
 * Checks every figure of a claim against what the claim rests on.
 * @returns the first figure that nothing supports, or undefined when all are bound
 */
export function unboundFigure(
  claim: DraftClaim,
  calculations: readonly Calculation[],
  plans: ReadonlyMap<string, Plan>,
): string | undefined {
  if (isVerbatim(claim)) return undefined;
  const figures = findQuantities(claim.text);
  const stated = figures.filter((span) => span.role === 'quantity' || span.role === 'rank');
  return stated.find((figure) => !isBound({ figure, figures, claim, calculations, plans }))?.raw;
}

function isBound({
  figure,
  figures,
  claim,
  calculations,
  plans,
}: {
  figure: QuantitySpan;
  figures: readonly QuantitySpan[];
  claim: DraftClaim;
  calculations: readonly Calculation[];
  plans: ReadonlyMap<string, Plan>;
}): boolean {
  if (claim.counts.includes(figure.value) && isCount(figure)) return true;
  const own = (planId: string) => ownPlaces(plans.get(planId));
  const said = { text: claim.text, figures };
  return (
    claim.indicators.some((row) => fitsIndicator(figure, said, row, own(row.planId))) ||
    calculations.some(
      (one) => claim.calculations.includes(one.n) && fitsCalculation(figure, claim.text, one),
    ) ||
    claim.support.some(({ passage }) => fitsPassage(figure, said, passage, own(passage.planId)))
  );
}

function isCount({ unit, valueMax }: QuantitySpan): boolean {
  return valueMax === null && (unit === '' || lookUpUnit(unit)?.kind === 'count');
}
