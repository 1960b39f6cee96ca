import { calculate } from '../../../calculator/calculate.js';
import type { Operand } from '../../../calculator/operand.js';
import { Exact } from '../../../quantity/exact.js';
import { convert, sameKind } from '../../../quantity/units.js';
import type { Draft } from '../../draft.js';
import { calculationClaim } from './calculation-claim.js';
import words from './calculation-terms.json' with { type: 'json' };
import { chooseOperands } from './choose-operands.js';
import { isRatio, type OperandRequest } from './request.js';
import type { Term } from './term.js';
import { workingsDraft } from './workings-draft.js';

const asksAmount = new RegExp(words.asksAmount, 'i');
const asksPercent = new RegExp(words.asksPercent, 'i');
const ofChange: ReadonlySet<string> = new Set(['difference', 'growth', 'cagr', 'required_growth', 'share']);

/** Whether a question wants to know both by how many and by how many percent something changes. */
export function asksForBoth({ wish, frame }: Pick<OperandRequest, 'wish' | 'frame'>): boolean {
  if (!ofChange.has(wish.operation) || frame.plans.length > 1) return false;
  const amount = asksAmount.exec(frame.question)?.[0] ?? '';
  return amount !== '' && asksPercent.test(frame.question.replace(amount, ' '));
}

/** By how many, and by how many percent: both from the same two figures. */
export function bothChanges(request: OperandRequest): Draft | undefined {
  if (!asksForBoth(request)) return undefined;
  const { frame, setting } = request;
  const terms = courseMeant('growth', request) ?? courseMeant('difference', request);
  if (!terms) return undefined;
  const used = terms.map(({ operand }) => operand);
  const [from, to] = used;
  if (!from || !to) return undefined;
  const made = [
    { operation: 'difference', operands: [to, from], terms: [...terms].reverse() },
    { operation: 'growth', operands: [from, to], terms },
  ].flatMap((one, at) => {
    const { operation, operands: figures } = one;
    const isFall = operation === 'difference' && falls(from, to);
    const options = isFall ? { direction: 'fall' } : {};
    const outcome = calculate({ operation, operands: figures, options, language: frame.language });
    return calculationClaim({ outcome, terms: one.terms, n: at + 1, frame, setting }) ?? [];
  });
  if (made.length < 2) return undefined;
  return workingsDraft(made);
}

/** By how much something fell is no figure below zero. */
function falls(from: Operand, to: Operand): boolean {
  return convert({ value: new Exact(to.value), from: to.unit, to: from.unit }).lt(from.value);
}

function courseMeant(operation: string, request: OperandRequest): Term[] | undefined {
  const operands = chooseOperands({ ...request, wish: { ...request.wish, operation } });
  if (operands?.kind !== 'terms') return undefined;
  const terms = [...operands.terms].sort((a, b) => (a.operand.year ?? 0) - (b.operand.year ?? 0));
  return isCourse(terms) ? terms : undefined;
}

/** Two amounts of one kind and of two years. */
function isCourse([from, to, ...more]: readonly Term[]): boolean {
  if (!from || !to || more.length > 0) return false;
  const isAmount = [from, to].every(({ row }) => row === undefined || !isRatio(row));
  const [a, b] = [from.operand, to.operand];
  return isAmount && sameKind(a.unit, b.unit) && a.year !== null && b.year !== null && a.year !== b.year;
}
