import { findQuantities, type QuantitySpan } from '../../quantity/find-quantities.js';
import { lookUpUnit } from '../../quantity/units.js';
import type { Calculation, Indicator, Plan } from '../../records.js';
import type { DraftClaim } from '../draft.js';
import { figurePlace } from './figure-place.js';
import { fitsCalculation } from './fits-calculation.js';
import { fitsIndicator } from './fits-indicator.js';
import { fitsPassage } from './fits-passage.js';
import { fitsQuantity } from './fits-quantity.js';
import { isMistaken } from './is-mistaken.js';
import { isVerbatim } from './is-verbatim.js';
import { ownPlaces } from './own-places.js';
import { saysReached } from './same-measure.js';

/** What else is known of the plans that claims are taken from. */
export interface FigureSetting {
  plans: ReadonlyMap<string, Plan>;
  /** Indicator rows that stand in a passage, by its id. */
  rowsOf: (passageId: string) => readonly Indicator[];
}

/**
 * Checks every figure of a claim against what the claim rests on.
 * @returns the first figure that nothing supports, or undefined when all are bound
 */
export function unboundFigure(
  claim: DraftClaim,
  calculations: readonly Calculation[],
  setting: FigureSetting,
): string | undefined {
  if (isVerbatim(claim)) return undefined;
  const figures = findQuantities(claim.text);
  const stated = figures.filter((span) => span.role === 'quantity' || span.role === 'rank');
  const used = calculations.filter(({ n }) => claim.calculations.includes(n));
  return stated.find((figure) => !isBound({ figure, figures, claim, calculations: used, setting }))?.raw;
}

function isBound({
  figure,
  figures,
  claim,
  calculations,
  setting: { plans, rowsOf },
}: {
  figure: QuantitySpan;
  figures: readonly QuantitySpan[];
  claim: DraftClaim;
  /** Those that the claim states results of. */
  calculations: readonly Calculation[];
  setting: FigureSetting;
}): boolean {
  if (claim.counts.includes(figure.value) && isCount(figure)) return true;
  const said = { text: claim.text, figures };
  const own = (planId: string) => ownPlaces(plans.get(planId));
  const passages = claim.support.map(({ passage }) => passage);
  if (calculations.some((one) => fitsCalculation(figure, said, one))) return true;
  const isStated =
    claim.indicators.some((row) => fitsIndicator(figure, said, row, own(row.planId))) ||
    passages.some((passage) => fitsPassage(figure, said, passage, own(passage.planId)));
  const rows = passages.flatMap(({ passageId }) => rowsOf(passageId));
  return isStated && !isMistaken(figure, said, { passages, rows }) && !isOnlyAimedAt(figure, said, rows);
}

/** A target is not said to be reached. */
function isOnlyAimedAt(
  figure: QuantitySpan,
  { text, figures }: { text: string; figures: readonly QuantitySpan[] },
  rows: readonly Indicator[],
): boolean {
  const { near, years } = figurePlace(text, figure, figures);
  if (!saysReached(near)) return false;
  const same = rows.filter(
    ({ value, valueMax, unit, comparator, year }) =>
      value !== null &&
      fitsQuantity(figure, { value, valueMax, unit, comparator }) &&
      (years.length === 0 || year === null || years.includes(year)),
  );
  return same.length > 0 && same.every(({ kind }) => kind === 'target' || kind === 'forecast');
}

function isCount({ unit, valueMax }: QuantitySpan): boolean {
  return valueMax === null && (unit === '' || lookUpUnit(unit)?.kind === 'count');
}
