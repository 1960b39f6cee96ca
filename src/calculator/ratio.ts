import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { sameKind } from '../quantity/units.js';
import { boundNotes, resultComparator } from './bounds.js';
import { bringPairToCommonUnit, valueIn } from './common-unit.js';
import { express, expressReadably } from './express.js';
import { invalidCalculation } from './invalid-calculation.js';
import { divide, measureOf } from './measure.js';
import { Operand } from './operand.js';
import { defineOperation } from './operation.js';
import { describeOperand, requireNonZero } from './preconditions.js';
import { inFormula, namedOperand, shownBoth } from './wording.js';

const operands = z.tuple([Operand, Operand]);

/** How many times the second figure the first one is. */
export const ratio = defineOperation({
  schema: z.object({ operands, options: z.strictObject({}) }),
  description: 'How many times the second figure the first one is; both of one kind.',
  example: 'ratio 6.5万亿元 5000亿元',
  run: ({ operands: [first, second] }) => {
    requireNonZero(second, 'divide by it');
    const pair = bringPairToCommonUnit(first, second);
    const value = pair.first.div(pair.second);
    const [a, b, shown] = [namedOperand(first), namedOperand(second), shownBoth(value, '倍')];
    const isUsual = first.value >= 0 && second.value > 0;
    const comparator = resultComparator([first, second], isUsual ? [1, -1] : [0, 0]);
    return {
      value,
      unit: '倍',
      comparator,
      formula: `${inFormula(pair.first)} / ${inFormula(pair.second)}`,
      working: { zh: `${a.zh}是${b.zh}的${shown.zh}`, en: `${a.en}; that is ${shown.en} ${b.en}` },
      notes: boundNotes([first, second], comparator),
      furtherInputs: pair.constants,
    };
  },
});

/** One figure per unit of another: tax per square metre, value per mu. */
export const perUnit = defineOperation({
  schema: z.object({ operands, options: z.strictObject({ unit: z.string().max(60).optional() }) }),
  description:
    'The first figure per unit of the second, of another kind: tax per square metre, value per mu. ' +
    'options.unit names the unit wanted, such as 万元/亩.',
  example: 'per_unit 2亿元 15.4万平方米',
  run: ({ operands: [first, second], options }) => {
    requireNonZero(second, 'divide by it');
    if (sameKind(first.unit, second.unit)) {
      throw invalidCalculation(
        `${describeOperand(first)} and ${describeOperand(second)} are of one kind; use ratio or share.`,
      );
    }
    const [top, bottom] = [valueIn(first, first.unit), valueIn(second, second.unit)];
    const measure = divide(measureOf(top, first.unit), measureOf(bottom, second.unit));
    const result = options.unit === undefined ? expressReadably(measure) : express(measure, options.unit);
    const [a, b, shown] = [namedOperand(first), namedOperand(second), shownBoth(result.value, result.unit)];
    const isUsual = first.value >= 0 && second.value > 0;
    const comparator = resultComparator([first, second], isUsual ? [1, -1] : [0, 0]);
    return {
      ...result,
      comparator,
      formula: `${inFormula(top)}${first.unit} / ${inFormula(bottom)}${second.unit}`,
      working: {
        zh: `${a.zh} ÷ ${b.zh} = ${shown.zh}${inWords(result.value, result.unit)}`,
        en: `(${a.en}) / (${b.en}) = ${shown.en}`,
      },
      notes: boundNotes([first, second], comparator),
      furtherInputs: [],
    };
  },
});

/** 1.5亿元/公里 is 每公里1.5亿元. */
function inWords(value: Decimal, unit: string): string {
  const [top, bottom, ...more] = unit.split('/');
  if (!top || !bottom || more.length > 0) return '';
  return `，即每${bottom}${shownBoth(value, top).zh}`;
}
