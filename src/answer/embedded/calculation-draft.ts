import { calculate } from '../../calculator/calculate.js';
import type { CalculationOutcome } from '../../calculator/operand.js';
import { PlanbotError } from '../../errors.js';
import { lookUpUnit } from '../../quantity/units.js';
import type { IndicatorMatch } from '../../retrieve/find-indicators.js';
import { type Draft, emptyDraft } from '../draft.js';
import { resolveUnits } from '../understand/resolve-unit.js';
import type { Understanding } from '../understand/understand.js';
import { calculationClaim } from './calculation/calculation-claim.js';
import terms from './calculation/calculation-terms.json' with { type: 'json' };
import { chooseOperands } from './calculation/choose-operands.js';
import { growthByPlan } from './calculation/growth-by-plan.js';
import { impliedByPlan } from './calculation/implied-by-plan.js';
import { missingDraft } from './calculation/missing-draft.js';
import type { OperandRequest } from './calculation/request.js';
import { statedRateClaim } from './calculation/stated-rate.js';
import type { Operands } from './calculation/term.js';
import { chooseMatches } from './choose-matches.js';
import type { Evidence } from './evidence.js';
import type { ClaimSetting } from './indicator-claims.js';

/** Units that a question may ask an amount in. */
const askedUnit =
  /(?:换(?:算)?[成为作]|折[合算]?[成为]?|合|等于|以)\s*([一-鿿%]{1,6}?)(?:是|为|有|等于|来|计|多少|[？?，,]|$)/;
const englishUnit = /(?:in|to|into) (billions?|millions?|trillions?)(?: of)? (?:yuan|rmb)/i;
const growths: ReadonlySet<string> = new Set(['growth', 'cagr']);
const worked = new RegExp(terms.worked, 'i');

/**
 * Works out what the question asks from indicator rows of the plans and the asker's own figures, through the
 * calculator, with each input's source; says which figure is missing; undefined when nothing is named that
 * it could start from.
 */
export function calculationDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const wish = frame.calculation;
  if (!wish) return undefined;
  const matches = chooseMatches(evidence, frame);
  const request = { wish, matches, evidence, frame, setting };
  if (asksForStated(request)) return undefined;
  if (wish.operation === 'implied_total' && frame.plans.length > 1) return impliedByPlan(request);
  if (growths.has(wish.operation) && frame.plans.length > 1) return growthByPlan(request);
  const operands = chooseOperands(request);
  if (!operands) return undefined;
  if (operands.kind === 'missing') return missingDraft(operands, request);
  return workedOut(operands, request);
}

function workedOut(operands: Operands & { kind: 'terms' }, request: OperandRequest): Draft | undefined {
  const { frame, evidence, setting } = request;
  const outcome = compute(operands, frame);
  if (!outcome) return undefined;
  const made = calculationClaim({ outcome, terms: operands.terms, n: 1, frame, setting });
  if (!made) return undefined;
  const stated = statedRateClaim({ outcome, terms: operands.terms, evidence, frame, setting });
  return emptyDraft({
    claims: [made.claim, ...(stated ? [stated] : [])],
    calculations: [made.calculation],
    sources: new Map([[1, made.sources]]),
  });
}

/** A rate or share that the plan itself states is looked up, unless the question wants it worked out. */
function asksForStated({ wish, matches, evidence, frame }: OperandRequest): boolean {
  const { operation, given } = wish;
  if (worked.test(frame.question) || given.length > 0) return false;
  const [best] = matches;
  if (operation === 'share') return isStatedShare(best, wish.operands.length);
  if (operation === 'per_unit') return best !== undefined && /[每均]/.test(best.name);
  if (operation !== 'cagr' && operation !== 'growth') return false;
  const isRate = (match: IndicatorMatch) => match.rows.every((row) => row.measure === 'rate');
  const isStated = matches.some(isRate);
  const sibling = evidence.indicators.some(
    (match) =>
      isRate(match) &&
      match.planId === best?.planId &&
      match.name.startsWith(best.name) &&
      /年均|average/.test(match.name),
  );
  return isStated || (sibling && operation === 'cagr');
}

const sureScore = 0.85;

/** The plan has the share itself as an indicator: 金融业增加值占GDP比重. */
function isStatedShare(best: IndicatorMatch | undefined, parts: number): boolean {
  if (!best) return false;
  const least = parts > 0 ? sureScore : sureScore - 0.15;
  return best.score >= least && best.rows.every((row) => row.measure === 'share');
}

function compute(
  { operation, terms, options }: Operands & { kind: 'terms' },
  frame: Understanding,
): CalculationOutcome | undefined {
  const given = operation === 'convert' ? unitAsked(frame, terms[0]?.operand.unit ?? '') : options;
  if (!given) return undefined;
  try {
    const operands = terms.map(({ operand }) => operand);
    return calculate({ operation, operands, options: given, language: frame.language });
  } catch (error) {
    // Rows that do not go together are no answer; the question falls back to what the plan says.
    if (error instanceof PlanbotError && error.code === 'calculation_invalid') return undefined;
    throw error;
  }
}

function unitAsked(frame: Understanding, from: string): { unit: string } | undefined {
  const text = frame.question.replace(/\s+/g, '');
  const scale = englishUnit.exec(frame.question)?.[1]?.toLowerCase().replace(/s$/, '');
  const named = [
    askedUnit.exec(text)?.[1],
    scale && `${scale} yuan`,
    ...resolveUnits(frame.question),
    /人民币|yuan|rmb/i.test(text) ? '万元' : undefined,
  ];
  const unit = named.find((one) => one !== undefined && lookUpUnit(one) !== undefined && one !== from);
  return unit === undefined ? undefined : { unit };
}
