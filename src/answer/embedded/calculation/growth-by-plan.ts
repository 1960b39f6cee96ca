import { calculate } from '../../../calculator/calculate.js';
import { PlanbotError } from '../../../errors.js';
import type { Draft } from '../../draft.js';
import { fillTemplate } from '../fill-template.js';
import { placeOf } from '../name-indicator.js';
import { calculationClaim } from './calculation-claim.js';
import { twoPoints } from './course-operands.js';
import type { OperandRequest } from './request.js';
import type { Term } from './term.js';
import { workingsDraft } from './workings-draft.js';

/** The growth that each plan's own figures give, and whose is the faster; undefined unless all have it. */
export function growthByPlan(request: OperandRequest): Draft | undefined {
  const { frame, setting, wish } = request;
  const found = frame.plans.flatMap((planId) => {
    const own = {
      ...request,
      wish: { ...wish, given: [] },
      matches: request.matches.filter((match) => match.planId === planId),
      frame: { ...frame, plans: [planId] },
    };
    const operands = own.matches.length > 0 ? twoPoints(own) : undefined;
    const outcome =
      operands?.kind === 'terms' ? outcomeOf(wish.operation, operands.terms, request) : undefined;
    return operands?.kind === 'terms' && outcome ? [{ planId, terms: operands.terms, outcome }] : [];
  });
  if (found.length < frame.plans.length) return undefined;
  const made = found.flatMap((one, at) => calculationClaim({ ...one, n: at + 1, frame, setting }) ?? []);
  if (made.length < found.length) return undefined;
  const [top, next] = [...found].sort((a, b) => b.outcome.result.value - a.outcome.result.value);
  const isTied = top?.outcome.result.value === next?.outcome.result.value;
  const place = placeOf({ ownScope: true, scope: null }, setting.plans.get(top?.planId ?? ''));
  const lead = isTied ? null : fillTemplate(frame.language, 'growsMore', { place });
  return workingsDraft(made, { lead });
}

function outcomeOf(operation: string, terms: readonly Term[], { frame }: OperandRequest) {
  try {
    const operands = terms.map(({ operand }) => operand);
    return calculate({ operation, operands, language: frame.language });
  } catch (error) {
    if (error instanceof PlanbotError && error.code === 'calculation_invalid') return undefined;
    throw error;
  }
}
