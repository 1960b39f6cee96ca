import { lookUpUnit } from '../../quantity/units.js';
import type { Draft } from '../draft.js';
import { givenFigures } from '../understand/given-figures.js';
import type { CalculationWish } from '../understand/resolve-calculation.js';
import type { Understanding } from '../understand/understand.js';
import { asksBack } from './calculation/asks-back.js';
import { asksForStated } from './calculation/asks-for-stated.js';
import { beforeGiven, beforeStated } from './calculation/before-change.js';
import { asksForBoth, bothChanges } from './calculation/both-changes.js';
import terms from './calculation/calculation-terms.json' with { type: 'json' };
import { chooseOperands } from './calculation/choose-operands.js';
import { eachYear } from './calculation/each-year.js';
import { growthByPlan } from './calculation/growth-by-plan.js';
import { impliedByPlan } from './calculation/implied-by-plan.js';
import { isGrowth } from './calculation/is-growth.js';
import { missingDraft } from './calculation/missing-draft.js';
import { partOfWhole } from './calculation/part-of-whole.js';
import type { OperandRequest } from './calculation/request.js';
import { workedOut } from './calculation/worked-out.js';
import { chooseMatches } from './choose-matches.js';
import type { Evidence } from './evidence.js';
import { formulaDraft } from './formula/formula-draft.js';
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

/** Operations whose words may stand beside a question for a part. */
const ofPart: ReadonlySet<string> = new Set(['implied_part', 'implied_total', 'convert', 'share']);

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
  const several = bothChanges(request) ?? eachYear(request);
  if (several) return several;
  const isQuotient = wish.operation === 'per_unit';
  const described = isQuotient ? undefined : formulaDraft(request);
  if (described) return described;
  const operands = chooseOperands(request);
  if (!operands) return isQuotient ? formulaDraft(request) : undefined;
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
