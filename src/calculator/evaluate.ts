import { z } from 'zod';
import { Exact } from '../quantity/exact.js';
import { foldWidth } from '../quantity/fold-width.js';
import type { CalculationInput } from '../records.js';
import { boundNotes, resultComparator } from './bounds.js';
import { valueIn } from './common-unit.js';
import { evaluateTokens } from './evaluate-tokens.js';
import { express, expressReadably } from './express.js';
import { type Token, tokenizeExpression } from './expression-tokens.js';
import { invalidCalculation } from './invalid-calculation.js';
import { type Measure, measureOf } from './measure.js';
import { Operand } from './operand.js';
import { defineOperation } from './operation.js';
import { inFormula, shownBoth } from './wording.js';

const longestExpression = 500;
const mostOperands = 50;
const largestResult = new Exact(10).pow(100);

const schema = z.object({
  operands: z.array(Operand).max(mostOperands),
  options: z.strictObject({ expression: z.string().min(1), unit: z.string().max(60).optional() }),
});

/** Arithmetic over numbers with units and operands by name, and nothing else. */
export const evaluate = defineOperation({
  schema,
  description:
    'Works out options.expression: + − × ÷ ^ and brackets over numbers with units and over operands by ' +
    'their names. options.unit names the unit wanted.',
  example: 'evaluate "2800亿元 / 12%"',
  run: ({ operands, options: { expression, unit } }) => {
    requireLength(expression);
    const named = measuresByName(operands);
    const tokens = tokenizeExpression(expression, [...named.keys()]);
    const measure = evaluateTokens(tokens, named);
    if (measure.value.abs().gt(largestResult)) throw invalidCalculation('The result is too large to state.');
    const result = unit === undefined ? expressReadably(measure) : express(measure, unit);
    const shown = shownBoth(result.value, result.unit);
    const formula = writeTokens(tokens, operands);
    const comparator = resultComparator(operands, []);
    return {
      ...result,
      comparator,
      formula,
      working: { zh: `${formula} = ${shown.zh}`, en: `${formula} = ${shown.en}` },
      notes: boundNotes(operands, comparator),
      furtherInputs: tokens.flatMap(constantOf),
    };
  },
});

function requireLength(expression: string): void {
  if (expression.length <= longestExpression) return;
  throw invalidCalculation(
    `The expression has ${expression.length} characters; at most ${longestExpression} are read. Split it.`,
  );
}

function measuresByName(operands: readonly Operand[]): Map<string, Measure> {
  const named = new Map<string, Measure>();
  for (const operand of operands) {
    const name = foldWidth(operand.name).trim();
    if (!/^[\p{L}_]/u.test(name))
      throw invalidCalculation(`"${operand.name}" cannot be a name; begin it with a letter.`);
    if (named.has(name)) throw invalidCalculation(`Two operands are named ${name}; give each its own name.`);
    named.set(name, measureOf(valueIn(operand, operand.unit), operand.unit));
  }
  return named;
}

const shownSigns = { '+': '+', '-': '−', '*': '×', '/': '/', '^': '^', '(': '(', ')': ')' } as const;

function writeTokens(tokens: readonly Token[], operands: readonly Operand[]): string {
  const written = tokens.map((token) => writeToken(token, operands)).join(' ');
  return written.replaceAll('( ', '(').replaceAll(' )', ')').replaceAll(' ^ ', '^');
}

function writeToken(token: Token, operands: readonly Operand[]): string {
  if (token.kind === 'sign') return shownSigns[token.sign];
  if (token.kind === 'number') return inFormula(token.value) + token.unit;
  const operand = operands.find(({ name }) => foldWidth(name).trim() === token.name);
  return operand ? inFormula(new Exact(operand.value)) + operand.unit : token.name;
}

/** Numbers written into the expression have no source of their own; whoever shows them must say so. */
function constantOf(token: Token): CalculationInput[] {
  if (token.kind !== 'number') return [];
  const { value, unit } = token;
  const name = inFormula(value) + unit;
  return [{ name, value: value.toNumber(), unit, year: null, source: 'constant', citation: null }];
}
