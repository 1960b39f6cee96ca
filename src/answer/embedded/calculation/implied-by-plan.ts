import { calculate } from '../../../calculator/calculate.js';
import type { Draft } from '../../draft.js';
import { calculationClaim } from './calculation-claim.js';
import terms from './calculation-terms.json' with { type: 'json' };
import { partAndShare } from './implied-operands.js';
import type { OperandRequest } from './request.js';
import type { Term } from './term.js';
import { workedExpression } from './worked-expression.js';
import { workingsDraft } from './workings-draft.js';

const asksForTimes = new RegExp(terms.times, 'i');

/** The whole that each plan's part and share imply and, where it is asked, how many times the one is the other. */
export function impliedByPlan(request: OperandRequest): Draft | undefined {
  const { frame, setting } = request;
  const found = frame.plans.flatMap((planId) => {
    const operands = partAndShare(request, planId);
    return operands?.kind === 'terms' ? [operands.terms] : [];
  });
  if (found.length < frame.plans.length) return undefined;
  const wholes = found.map((pair) => outcomeOf('implied_total', pair, request, {}));
  const [a, b] = found;
  const isRatio = found.length === 2 && a && b && asksForTimes.test(frame.question);
  const ratio = isRatio ? [{ terms: [...a, ...b], outcome: timesOf(a, b, request) }] : [];
  const all = [...ratio, ...wholes.map((outcome, at) => ({ terms: found[at] ?? [], outcome }))];
  const made = all.flatMap((one, at) => calculationClaim({ ...one, n: at + 1, frame, setting }) ?? []);
  if (made.length < all.length) return undefined;
  return workingsDraft(made);
}

function outcomeOf(
  operation: string,
  used: readonly Term[],
  { frame }: OperandRequest,
  options: Record<string, unknown>,
) {
  return calculate({
    operation,
    operands: used.map(({ operand }) => operand),
    options,
    language: frame.language,
  });
}

/** (a / its share) / (b / its share), over the four figures that the plans give. */
function timesOf(first: readonly Term[], second: readonly Term[], { frame }: OperandRequest) {
  const options = { expression: '(a / b) / (c / d)', unit: '倍' };
  return workedExpression([...first, ...second], options, frame.language);
}
