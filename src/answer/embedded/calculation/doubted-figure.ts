import { sameQuantity } from '../../../quantity/same-quantity.js';
import { sameKind } from '../../../quantity/units.js';
import type { DraftClaim } from '../../draft.js';
import words from './calculation-terms.json' with { type: 'json' };
import { rowsStating } from './given-term.js';
import { besideResult, type WorkedOut } from './stated-rate.js';

const doubts = new RegExp(words.doubt, 'i');

/** "Do the parts add up to the 257?": the plan's figure that the question doubts, beside what comes out. */
export function doubtedFigureClaim({
  outcome,
  terms,
  evidence,
  frame,
  setting,
}: WorkedOut): DraftClaim | undefined {
  if (!doubts.test(frame.question)) return undefined;
  const { value, unit } = outcome.result;
  const planIds = new Set(terms.flatMap(({ row }) => row?.planId ?? []));
  const others = (frame.calculation?.given ?? []).filter(
    (given) =>
      sameKind(given.unit, unit) &&
      !terms.some(({ operand }) => sameQuantity({ ...operand, valueMax: null, comparator: '=' }, given)),
  );
  const [given] = others;
  if (!given || others.length > 1) return undefined;
  const stated = rowsStating(given, evidence.collection, frame.question).find((row) =>
    planIds.has(row.planId),
  );
  const agrees = sameQuantity({ value, unit, valueMax: null, comparator: '=' }, given);
  return stated && besideResult(stated, agrees ? 'rateAgrees' : 'rateDiffers', { frame, setting });
}
