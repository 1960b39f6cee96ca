import { z } from 'zod';
import { Exact } from '../quantity/exact.js';
import { boundNotes, resultComparator } from './bounds.js';
import { bringToCommonUnit } from './common-unit.js';
import { invalidCalculation } from './invalid-calculation.js';
import { Operand } from './operand.js';
import { defineOperation } from './operation.js';
import { describeOperand } from './preconditions.js';
import { inFormula, namedOperand, shownBoth } from './wording.js';

const mostOperands = 100;
const schema = z.object({
  operands: z
    .array(Operand)
    .min(2)
    .max(2 * mostOperands),
  options: z.strictObject({}),
});

/** The average of figures, each counted with its weight. */
export const weightedAverage = defineOperation({
  schema,
  description:
    'The average of figures, each counted with its weight; operands alternate: figure, its weight, next ' +
    'figure, its weight. Figures are of one kind, and so are the weights.',
  example: 'weighted_average 8% 4.37万亿元 9% 4.11万亿元',
  run: ({ operands }) => {
    const figures = operands.filter((_, i) => i % 2 === 0);
    const weights = operands.filter((_, i) => i % 2 === 1);
    requireWeights(figures, weights);
    const [of, by] = [bringToCommonUnit(figures), bringToCommonUnit(weights)];
    const total = Exact.sum(0, ...by.values);
    const products = of.values.map((value, i) => value.times(by.values[i] ?? 0));
    const value = Exact.sum(0, ...products).div(total);
    const comparator = resultComparator(
      operands,
      operands.map((_, i) => (i % 2 === 0 ? 1 : 0)),
    );
    const terms = of.values.map((figure, i) => `${inFormula(figure)} × ${inFormula(by.values[i] ?? total)}`);
    const [names, shown] = [figures.map(namedOperand), shownBoth(value, of.unit)];
    return {
      value,
      unit: of.unit,
      comparator,
      formula: `(${terms.join(' + ')}) / ${inFormula(total)}`,
      working: {
        zh: `${names.map((name) => name.zh).join('、')}，加权平均${shown.zh}`,
        en: `${names.map((name) => name.en).join('; ')}; weighted average ${shown.en}`,
      },
      notes: boundNotes(operands, comparator),
      furtherInputs: [...of.constants, ...by.constants],
    };
  },
});

function requireWeights(figures: readonly Operand[], weights: readonly Operand[]): void {
  if (figures.length !== weights.length) {
    throw invalidCalculation(
      `${figures.length} figures have ${weights.length} weights; give figure and weight in turn.`,
    );
  }
  const negative = weights.find((weight) => weight.value < 0);
  if (negative)
    throw invalidCalculation(`${describeOperand(negative)} is a negative weight; use weights from zero up.`);
  if (weights.some((weight) => weight.value > 0)) return;
  throw invalidCalculation('All weights are zero; at least one must be greater.');
}
