import { calculate } from '../../calculator/calculate.js';
import type { CalculationOutcome } from '../../calculator/operand.js';
import { PlanbotError } from '../../errors.js';
import { formatQuantity } from '../../quantity/format-quantity.js';
import { lookUpUnit } from '../../quantity/units.js';
import { type Draft, emptyDraft } from '../draft.js';
import { givenFigures } from '../understand/given-figures.js';
import type { CalculationWish } from '../understand/resolve-calculation.js';
import type { Understanding } from '../understand/understand.js';
import { asksBack } from './calculation/asks-back.js';
import { asksForStated } from './calculation/asks-for-stated.js';
import { beforeGiven, beforeStated } from './calculation/before-change.js';
import { asksForBoth, bothChanges } from './calculation/both-changes.js';
import { calculationClaim } from './calculation/calculation-claim.js';
import terms from './calculation/calculation-terms.json' with { type: 'json' };
import { chooseOperands } from './calculation/choose-operands.js';
import { doubtedFigureClaim } from './calculation/doubted-figure.js';
import { growthByPlan } from './calculation/growth-by-plan.js';
import { impliedByPlan } from './calculation/implied-by-plan.js';
import { isGrowth } from './calculation/is-growth.js';
import { missingDraft } from './calculation/missing-draft.js';
import { partOfWhole } from './calculation/part-of-whole.js';
import type { OperandRequest } from './calculation/request.js';
import { statedRateClaim } from './calculation/stated-rate.js';
import type { Operands } from './calculation/term.js';
import { asksForYuan, unitAsked } from './calculation/unit-asked.js';
import { chooseMatches } from './choose-matches.js';
import type { Evidence } from './evidence.js';
import { fillTemplate } from './fill-template.js';
import type { ClaimSetting } from './indicator-claims.js';

const growths: ReadonlySet<string> = new Set(['growth', 'cagr']);
/** Words of measuring and of working out aside, a name is met well enough by itself. */
const topicScore = 0.42;
const topicShare = 0.6;

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
  const request = requestOf(frame, evidence, setting);
  return (
    workedBackDraft(frame, evidence, setting) ??
    (request && (asksForBoth(request) || !asksForStated(request)) ? draftOf(request) : undefined)
  );
}

/**
 * What there was in an earlier year that the plan gives no figure for, from a later figure and the change that
 * the plan states beside it; only where the question says that it wants it worked out, or roughly.
 */
export function workedBackDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const wish = frame.calculation ?? { ...wishFor('before_change'), given: givenFigures(frame.question) };
  const isGiven = !frame.calculation && wish.given.some(isGrowth);
  const whole = { wish, matches: [], evidence, frame, setting };
  const part = ofPart.has(wish.operation) || !frame.calculation ? partOfWhole(whole) : undefined;
  if (part?.kind === 'terms') return workedOut(part, whole);
  if (!asksBack(frame) && !isGiven) return undefined;
  const request = { wish, matches: matchesNamed(frame, evidence), evidence, frame, setting };
  const operands = beforeStated(request) ?? (isGiven ? beforeGiven(request) : undefined);
  return operands?.kind === 'terms' ? workedOut(operands, request) : undefined;
}

const asksForFall = new RegExp(terms.asksForFall, 'i');

/** Operations whose words may stand beside a question for a part. */
const ofPart: ReadonlySet<string> = new Set(['implied_part', 'convert', 'share']);

/** Whether the plan itself states what the question seems to want worked out. */
export function isStated(frame: Understanding, evidence: Evidence, setting: ClaimSetting): boolean {
  const request = requestOf(frame, evidence, setting);
  return request !== undefined && asksForStated(request);
}

function requestOf(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): OperandRequest | undefined {
  const wish = frame.calculation;
  return wish ? { wish, matches: matchesNamed(frame, evidence), evidence, frame, setting } : undefined;
}

/**
 * A rate or share that the plan states, worked out again from the plan's own figures: what comes out, and
 * whether the two agree; undefined where the plan does not state it or not its figures.
 */
export function reproductionDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const wish = frame.calculation ?? growthWish(frame);
  if (!wish || !reproduced.has(wish.operation) || frame.plans.length > 1) return undefined;
  const rates = wish.given.filter(({ unit }) => lookUpUnit(unit)?.kind === 'ratio');
  const given = wish.given.filter((one) => !rates.includes(one));
  const operation = growthLike.has(wish.operation) ? 'cagr' : wish.operation;
  const request = {
    wish: { ...wish, operation, given },
    matches: matchesNamed(frame, evidence),
    evidence,
    frame,
    setting,
  };
  const operands = chooseOperands(request);
  const draft = operands?.kind === 'terms' ? workedOut(operands, request) : undefined;
  return draft && draft.claims.length > 1 ? draft : undefined;
}

const growthLike: ReadonlySet<string> = new Set(['cagr', 'growth', 'required_growth']);
const reproduced: ReadonlySet<string> = new Set([...growthLike, 'share', 'sum']);
const ofGrowth = new RegExp(terms.rateInDoubt, 'i');

/** A doubt about a stated rate of growth is a wish to have it worked out, whatever words it is put in. */
function growthWish({ question }: Understanding): CalculationWish | undefined {
  return ofGrowth.test(question) ? wishFor('cagr') : undefined;
}

/** A wish of which the question says no more than what it is. */
function wishFor(operation: string): CalculationWish {
  return {
    operation,
    operands: [],
    topic: null,
    isList: false,
    given: [],
    path: 'linear',
    periods: null,
    exchangeRate: null,
  };
}

function draftOf(request: OperandRequest): Draft | undefined {
  const { wish, frame } = request;
  if (wish.operation === 'implied_total' && frame.plans.length > 1) return impliedByPlan(request);
  if (growths.has(wish.operation) && frame.plans.length > 1) return growthByPlan(request);
  const both = bothChanges(request);
  if (both) return both;
  const operands = chooseOperands(request);
  if (!operands) return undefined;
  if (operands.kind === 'missing') return missingDraft(operands, request);
  return workedOut(operands, request);
}

/** The indicators that the question names; where its own words hide them, those that are left without these. */
function matchesNamed(frame: Understanding, evidence: Evidence) {
  const chosen = chooseMatches(evidence, frame);
  if (chosen.length > 0 || !frame.calculation?.topic) return chosen;
  const [best] = evidence.operands[0] ?? [];
  return best && best.score >= topicScore && best.share >= topicShare ? [best] : [];
}

/** What comes out of figures that were chosen, with its working; undefined where they do not go together. */
export function workedOut(
  operands: Operands & { kind: 'terms' },
  request: OperandRequest,
): Draft | undefined {
  const { frame, evidence, setting } = request;
  const unrated = rateMissing(operands, frame);
  if (unrated) return unrated;
  const outcome = compute(operands, frame);
  if (!outcome) return undefined;
  const made = calculationClaim({ outcome, terms: operands.terms, n: 1, frame, setting });
  if (!made) return undefined;
  const stated =
    statedRateClaim({ outcome, terms: operands.terms, evidence, frame, setting }) ??
    doubtedFigureClaim({ outcome, terms: operands.terms, evidence, frame, setting });
  return emptyDraft({
    claims: [made.claim, ...(stated ? [stated] : [])],
    calculations: [made.calculation],
    sources: new Map([[1, made.sources]]),
  });
}

function compute(
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
