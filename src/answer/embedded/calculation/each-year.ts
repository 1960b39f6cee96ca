import type { Draft } from '../../draft.js';
import { calculationClaim } from './calculation-claim.js';
import { chooseOperands } from './choose-operands.js';
import type { OperandRequest } from './request.js';
import { outcomeOf } from './worked-out.js';
import { workingsDraft } from './workings-draft.js';

const ofOneYear: ReadonlySet<string> = new Set(['share', 'ratio']);
const mostYears = 3;

/**
 * One share or ratio asked of several years (2020年是多少，2025年目标又是多少), worked out for each of them from
 * the figures of that year; undefined where the years are those of the two sides, or one year lacks a figure.
 */
export function eachYear(request: OperandRequest): Draft | undefined {
  const { frame, setting, wish } = request;
  const { years } = frame;
  if (!ofOneYear.has(wish.operation) || years.length < 2 || years.length > mostYears) return undefined;
  if (wish.operands.length !== 2 || frame.plans.length > 1 || areOfTheSides(request)) return undefined;
  const made = [...years]
    .sort((a, b) => a - b)
    .flatMap((year, at) => {
      const operands = chooseOperands(ofYear(request, year));
      if (operands?.kind !== 'terms') return [];
      const used = operands.terms.map(({ operand }) => operand);
      if (used.some((one) => one.year !== null && one.year !== year)) return [];
      const outcome = outcomeOf(operands, frame);
      if (!outcome) return [];
      return calculationClaim({ outcome, terms: operands.terms, n: at + 1, frame, setting }) ?? [];
    });
  if (made.length !== years.length) return undefined;
  return workingsDraft(made);
}

/** 2030年的甲是2025年的乙的几倍: each side has its own year. */
function areOfTheSides({ wish }: OperandRequest): boolean {
  const [first, second] = wish.operands;
  return (first?.years.length ?? 0) > 0 && (second?.years.length ?? 0) > 0;
}

function ofYear(request: OperandRequest, year: number): OperandRequest {
  const operands = request.wish.operands.map((one) => ({ ...one, years: [year] }));
  const wish = { ...request.wish, operands };
  const question = saidOf(request.frame.question, year);
  return { ...request, wish, frame: { ...request.frame, question, years: [year], calculation: wish } };
}

/** What the question says of one of the years: the target of another is not meant with it. */
function saidOf(question: string, year: number): string {
  const clauses = question.split(/[，,；;。]/).filter((clause) => clause.includes(String(year)));
  return clauses.length > 0 ? clauses.join('，') : question;
}
