import { calculate } from '../../../calculator/calculate.js';
import type { CalculationOutcome } from '../../../calculator/operand.js';
import { namedOperand } from '../../../calculator/wording.js';
import type { Language } from '../../../records.js';
import type { Term } from './term.js';

/** An expression over terms, called a, b, c … in it; the working names them before it sets them to work. */
export function workedExpression(
  terms: readonly Term[],
  options: Record<string, unknown>,
  language: Language,
): CalculationOutcome {
  const used = terms.map(({ operand }) => operand);
  const operands = used.map((operand, at) => ({ ...operand, name: 'abcd'[at] ?? operand.name }));
  const outcome = calculate({ operation: 'evaluate', operands, options, language });
  const names = used.map(namedOperand);
  const working = {
    zh: `${names.map(({ zh }) => zh).join('、')}：${outcome.working.zh}`,
    en: `${names.map(({ en }) => en).join('; ')}: ${outcome.working.en}`,
  };
  const inputs = outcome.inputs.map((input, at) => ({ ...input, name: used[at]?.name ?? input.name }));
  return { ...outcome, working, inputs };
}
