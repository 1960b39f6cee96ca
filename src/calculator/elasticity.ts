import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { lookUpUnit } from '../quantity/units.js';
import { boundNotes, resultComparator } from './bounds.js';
import { bringPairToCommonUnit, valueIn } from './common-unit.js';
import { invalidCalculation } from './invalid-calculation.js';
import { Operand } from './operand.js';
import { defineOperation } from './operation.js';
import { describeOperand, requireOrder, requirePositive } from './preconditions.js';
import { inFormula, namedOperand, shownNumber } from './wording.js';

const schema = z.object({
  operands: z.union([z.tuple([Operand, Operand]), z.tuple([Operand, Operand, Operand, Operand])]),
  options: z.strictObject({}),
});

/** Growth of one thing over growth of another: how many percent the first moves with one of the second. */
export const elasticity = defineOperation({
  schema,
  description:
    'Growth of one thing over growth of another. Operands are two growth rates (with %), or four figures: ' +
    'the first thing earlier and later, the second thing earlier and later.',
  example: 'elasticity 9% 6%',
  run: ({ operands }) => {
    const { of, by } = ratesOf(operands);
    if (by.isZero()) {
      throw invalidCalculation('The second growth rate is zero, so there is nothing to relate the first to.');
    }
    const value = of.div(by);
    const names = operands.map(namedOperand);
    const comparator = resultComparator(
      operands,
      operands.map(() => 0),
    );
    return {
      value,
      unit: '',
      comparator,
      formula: `${inFormula(of)}% / ${inFormula(by)}%`,
      working: {
        zh: `${names.map((name) => name.zh).join('，')}，弹性系数${shownNumber(value)}`,
        en: `${names.map((name) => name.en).join('; ')}; elasticity ${shownNumber(value)}`,
      },
      notes: boundNotes(operands, comparator),
      furtherInputs: [],
    };
  },
});

function ratesOf(operands: z.infer<typeof schema>['operands']): { of: Decimal; by: Decimal } {
  if (operands.length === 2) return { of: rateOf(operands[0]), by: rateOf(operands[1]) };
  return { of: growthOf(operands[0], operands[1]), by: growthOf(operands[2], operands[3]) };
}

function rateOf(operand: Operand): Decimal {
  if (lookUpUnit(operand.unit)?.kind === 'ratio') return valueIn(operand, '%');
  throw invalidCalculation(
    `${describeOperand(operand)} is no growth rate; give it with %, or give four figures instead of two.`,
  );
}

function growthOf(start: Operand, end: Operand): Decimal {
  requireOrder(start, end);
  requirePositive(start, 'work out growth from it');
  const pair = bringPairToCommonUnit(start, end);
  return pair.second.div(pair.first).minus(1).times(100);
}
