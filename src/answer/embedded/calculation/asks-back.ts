import type { Understanding } from '../../understand/understand.js';
import terms from './calculation-terms.json' with { type: 'json' };

const backwards = new RegExp(terms.backwards, 'i');
const roughly = new RegExp(terms.roughly, 'i');
const ofEarlier: ReadonlySet<string> = new Set(['before_change', 'implied_total']);

/** Whether a question says that it wants a figure worked out which the plan does not give, or given roughly. */
export function asksToWorkOut({ question }: Pick<Understanding, 'question'>): boolean {
  return backwards.test(question) || roughly.test(question);
}

/** Whether a figure of an earlier year may be wanted, worked out from a later one. */
export function asksBack({
  question,
  calculation,
}: Pick<Understanding, 'question' | 'calculation'>): boolean {
  if (backwards.test(question)) return true;
  return roughly.test(question) && (!calculation || ofEarlier.has(calculation.operation));
}
