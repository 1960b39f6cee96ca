import { calculate } from '../../../calculator/calculate.js';
import type { Bilingual, CalculationOutcome } from '../../../calculator/operand.js';
import { namedOperand } from '../../../calculator/wording.js';
import type { Language } from '../../../records.js';
import type { Term } from './term.js';

/** An expression over terms, called a, b, c … in it; the working names them before it sets them to work. */
export function workedExpression(
  terms: readonly Term[],
  options: Record<string, unknown>,
  language: Language,
): CalculationOutcome & { names: Bilingual } {
  const used = terms.map(({ operand }) => operand);
  const operands = used.map((operand, at) => ({
    ...operand,
    name: 'abcdefghijklmnopqrstuvwxyz'[at] ?? operand.name,
  }));
  const outcome = calculate({ operation: 'evaluate', operands, options, language });
  const all = used.map(namedOperand);
  const names = { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join('; ') };
  const working = { zh: `${names.zh}：${outcome.working.zh}`, en: `${names.en}: ${outcome.working.en}` };
  const inputs = outcome.inputs.map((input, at) => ({ ...input, name: used[at]?.name ?? input.name }));
  return { ...outcome, working, inputs, names };
}
