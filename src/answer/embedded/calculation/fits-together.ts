import type { Indicator } from '../../../records.js';
import type { OperandPhrase } from '../../understand/resolve-calculation.js';
import type { Understanding } from '../../understand/understand.js';
import type { OperandSearch } from './operand-searches.js';
import type { Term } from './term.js';

/**
 * Whether two figures of plans may be set against each other: of one plan, place and year, or of several
 * only where the question names them.
 */
export function fitsTogether(
  [first, second]: readonly [Term, Term],
  searches: readonly OperandSearch[],
  { plans, years, calculation }: Pick<Understanding, 'plans' | 'years' | 'calculation'>,
): boolean {
  const [a, b] = [first.row, second.row];
  if (!a || !b) return true;
  const phrases: readonly OperandPhrase[] = calculation?.operands ?? [];
  const namesPlan = plans.length > 1 || phrases.some((phrase) => phrase.plans.length > 0);
  const namesScope = searches.some(({ scope }) => scope !== null);
  const namesYears = years.length > 1 || phrases.some((phrase) => phrase.years.length > 0);
  if (a.planId !== b.planId && !namesPlan) return false;
  if (a.planId === b.planId && a.scope !== b.scope && !namesScope) return false;
  // 60亿元 of one year is no share of 480亿元 over three.
  if (overYears(a) !== overYears(b) && a.measure !== 'increment') return false;
  const otherYear = a.year !== null && b.year !== null && a.year !== b.year;
  return !otherYear || namesYears;
}

/** Whether a figure adds up several years. */
function overYears({ measure, name }: Indicator): boolean {
  return measure === 'cumulative' || /累计|[三四五两]年(?:合计|共|间)|期间/.test(name);
}
