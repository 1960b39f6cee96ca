import { calculate } from '../../../calculator/calculate.js';
import type { CalculationOutcome } from '../../../calculator/operand.js';
import { PlanbotError } from '../../../errors.js';
import { formatQuantity } from '../../../quantity/format-quantity.js';
import { lookUpUnit } from '../../../quantity/units.js';
import { type Draft, emptyDraft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import { fillTemplate } from '../fill-template.js';
import { calculationClaim } from './calculation-claim.js';
import terms from './calculation-terms.json' with { type: 'json' };
import { doubtedFigureClaim } from './doubted-figure.js';
import type { OperandRequest } from './request.js';
import { statedRateClaim } from './stated-rate.js';
import type { Operands } from './term.js';
import { asksForYuan, unitAsked } from './unit-asked.js';
import { workingsDraft } from './workings-draft.js';

const asksForFall = new RegExp(terms.asksForFall, 'i');

/** The figures chosen, worked out: the working as a claim, and what the plan itself states for the result. */
export function workedOut(
  operands: Operands & { kind: 'terms' },
  request: OperandRequest,
): Draft | undefined {
  const { frame, evidence, setting } = request;
  const unrated = rateMissing(operands, frame);
  if (unrated) return unrated;
  const outcome = outcomeOf(operands, frame);
  if (!outcome) return undefined;
  const made = calculationClaim({ outcome, terms: operands.terms, n: 1, frame, setting });
  if (!made) return undefined;
  const stated =
    statedRateClaim({ outcome, terms: operands.terms, evidence, frame, setting }) ??
    doubtedFigureClaim({ outcome, terms: operands.terms, evidence, frame, setting });
  return workingsDraft([made], { claims: [made.claim, ...(stated ? [stated] : [])] });
}

/** What comes of the figures; undefined where they do not go together. */
export function outcomeOf(
  { operation, terms, options }: Operands & { kind: 'terms' },
  frame: Understanding,
): CalculationOutcome | undefined {
  const given = operation === 'convert' ? unitAsked(frame.question, terms[0]?.operand.unit ?? '') : options;
  if (!given) return undefined;
  try {
    const operands = terms.map(({ operand }) => operand);
    const outcome = calculate({ operation, operands, options: given, language: frame.language });
    // By how much it fell is no figure below zero.
    if (operation === 'difference' && outcome.result.value < 0 && asksForFall.test(frame.question))
      return calculate({ operation, operands, options: { direction: 'fall' }, language: frame.language });
    // A part is no larger than its whole, and not the whole itself: one of the two is another thing's.
    const isNoPart = operation === 'share' && outcome.result.value >= 100 && /占/.test(frame.question);
    return isNoPart ? undefined : outcome;
  } catch (error) {
    // Rows that do not go together are no answer; the question falls back to what the plan says.
    if (error instanceof PlanbotError && error.code === 'calculation_invalid') return undefined;
    throw error;
  }
}

/** An amount in another currency cannot be put into yuan without a rate, and no rate is guessed. */
function rateMissing(
  { operation, terms }: Operands & { kind: 'terms' },
  frame: Understanding,
): Draft | undefined {
  const [figure, rate] = terms.map(({ operand }) => operand);
  if (operation !== 'convert' || !figure || rate || !asksForYuan(frame.question)) return undefined;
  if (lookUpUnit(figure.unit)?.kind !== 'foreignMoney') return undefined;
  const { name, value, unit, comparator = '=' } = figure;
  const shown = `${name}${formatQuantity({ value, valueMax: null, unit, comparator }, frame.language)}`;
  return emptyDraft({
    status: 'refused',
    reason: 'not_in_plans',
    lead: fillTemplate(frame.language, 'needsRate', { figure: shown }),
  });
}
