import type { CalculationOutcome } from '../../../calculator/operand.js';
import { shownBoth } from '../../../calculator/wording.js';
import { Exact } from '../../../quantity/exact.js';
import type { Language } from '../../../records.js';
import type { Term } from './term.js';
import { workedExpression } from './worked-expression.js';

/** What an amount was before it grew, told with the year that this is of. */
export function beforeGrowthOutcome(
  terms: readonly Term[],
  { year, ...options }: Record<string, unknown>,
  language: Language,
): CalculationOutcome {
  const outcome = workedExpression(terms, options, language);
  const shown = shownBoth(new Exact(outcome.result.value), outcome.result.unit);
  const working = {
    zh: `${outcome.names.zh}，由此推算${String(year)}年为${shown.zh}`,
    en: `${outcome.names.en}; so in ${String(year)} it was ${shown.en}`,
  };
  return { ...outcome, working };
}
