import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { Exact } from '../quantity/exact.js';
import { lookUpUnit } from '../quantity/units.js';
import type { CalculationInput } from '../records.js';
import { boundNotes, resultComparator } from './bounds.js';
import { bringToCommonUnit } from './common-unit.js';
import { type Bilingual, Operand } from './operand.js';
import { defineOperation } from './operation.js';
import { inFormula, namedOperand, shownBoth } from './wording.js';

const mostOperands = 200;
const schema = z.object({
  operands: z.array(Operand).min(1).max(mostOperands),
  options: z.strictObject({
    /** The unit wanted; that of the first figure otherwise. */
    unit: z.string().max(60).optional(),
  }),
});

/** The sum of figures of one kind. */
export const sum = defineOperation({
  schema,
  description: 'The sum of figures of one kind, in the unit of the first or in options.unit.',
  example: 'sum 100亿元 2000万元',
  run: ({ operands, options }) => {
    const { unit, values, constants } = bringToCommonUnit(operands, options.unit);
    const value = Exact.sum(0, ...values);
    const comparator = resultComparator(
      operands,
      operands.map(() => 1),
    );
    return {
      value,
      unit,
      comparator,
      formula: values.map(inFormula).join(' + '),
      working: listed(operands, value, unit, { zh: '合计', en: 'together' }),
      notes: [...boundNotes(operands, comparator), ...rateNotes(operands)],
      furtherInputs: constants,
    };
  },
});

/** The plain average of figures of one kind. */
export const average = defineOperation({
  schema,
  description: 'The plain average of figures of one kind, in the unit of the first or in options.unit.',
  example: 'average 3651元/平方米 2229元/平方米 1800元/平方米',
  run: ({ operands, options }) => {
    const { unit, values, constants } = bringToCommonUnit(operands, options.unit);
    const value = Exact.sum(0, ...values).div(values.length);
    const comparator = resultComparator(
      operands,
      operands.map(() => 1),
    );
    return {
      value,
      unit,
      comparator,
      formula: `(${values.map(inFormula).join(' + ')}) / ${values.length}`,
      working: listed(operands, value, unit, { zh: '平均', en: 'on average' }),
      notes: boundNotes(operands, comparator),
      furtherInputs: [...constants, countOfFigures(values.length)],
    };
  },
});

function listed(operands: readonly Operand[], value: Decimal, unit: string, phrase: Bilingual): Bilingual {
  const [names, shown] = [operands.map(namedOperand), shownBoth(value, unit)];
  return {
    zh: `${names.map((name) => name.zh).join('、')}，${phrase.zh}${shown.zh}`,
    en: `${names.map((name) => name.en).join('; ')}; ${phrase.en} ${shown.en}`,
  };
}

function countOfFigures(count: number): CalculationInput {
  return { name: '个数', value: count, unit: '', year: null, source: 'count', citation: null };
}

function rateNotes(operands: readonly Operand[]): Bilingual[] {
  if (operands.length < 2 || lookUpUnit(operands[0]?.unit ?? '')?.kind !== 'ratio') return [];
  return [
    {
      zh: '比率只有在基数相同时才能相加。',
      en: 'Rates add up only where they have the same base.',
    },
  ];
}
