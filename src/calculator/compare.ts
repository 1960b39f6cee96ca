import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { Exact } from '../quantity/exact.js';
import { boundNotes, resultComparator } from './bounds.js';
import { bringPairToCommonUnit, bringToCommonUnit } from './common-unit.js';
import { type Bilingual, Operand } from './operand.js';
import { defineOperation } from './operation.js';
import { inFormula, namedOperand, shownBoth, shownNumber } from './wording.js';

/** Two figures side by side: how much more the first is, and how many times the second. */
export const compare = defineOperation({
  schema: z.object({ operands: z.tuple([Operand, Operand]), options: z.strictObject({}) }),
  description: 'Two figures of one kind in one unit: how much more or less the first is, and how many times.',
  example: 'compare 6.5万亿元 5000亿元',
  run: ({ operands }) => {
    const [first, second] = operands;
    const { unit, constants, ...pair } = bringPairToCommonUnit(first, second);
    const value = pair.first.minus(pair.second);
    const comparator = resultComparator(operands, [1, -1]);
    return {
      value,
      unit,
      comparator,
      formula: `${inFormula(pair.first)} − ${inFormula(pair.second)}`,
      working: comparison(first, second, value, { ...pair, unit }),
      notes: boundNotes(operands, comparator),
      furtherInputs: constants,
    };
  },
});

function comparison(
  a: Operand,
  b: Operand,
  gap: Decimal,
  { first, second, unit }: { first: Decimal; second: Decimal; unit: string },
): Bilingual {
  const [one, other, by] = [namedOperand(a), namedOperand(b), shownBoth(gap.abs(), unit)];
  if (gap.isZero()) return { zh: `${one.zh}与${other.zh}相同`, en: `${one.en}; ${other.en}; the same` };
  const times = first.gt(0) && second.gt(0) ? shownNumber(first.div(second)) : undefined;
  const zhTimes = times === undefined ? '' : `，前者是后者的${times}倍`;
  const enTimes = times === undefined ? '' : `, ${times} times the second`;
  return {
    zh: `${one.zh}比${other.zh}${gap.gt(0) ? '多' : '少'}${by.zh}${zhTimes}`,
    en: `${one.en}; ${other.en}; the first is ${by.en} ${gap.gt(0) ? 'more' : 'less'}${enTimes}`,
  };
}

const mostRanked = 200;

/** Figures in order of size; the result is the first of them. */
export const rank = defineOperation({
  schema: z.object({
    operands: z.array(Operand).min(2).max(mostRanked),
    options: z.strictObject({ order: z.enum(['descending', 'ascending']).default('descending') }),
  }),
  description:
    'Figures of one kind in order of size, in one unit; the result is the first. options.order is ' +
    'descending or ascending.',
  example: 'rank 4.37万亿元 5000亿元 3431亿元',
  run: ({ operands, options }) => {
    const { unit, values, constants } = bringToCommonUnit(operands);
    const sign = options.order === 'descending' ? -1 : 1;
    const order = operands
      .map((operand, i) => ({ operand, value: values[i] ?? new Exact(0) }))
      .sort((a, b) => a.value.cmp(b.value) * sign);
    const names = order.map(({ operand }) => namedOperand(operand));
    const comparator = resultComparator(
      operands,
      operands.map(() => 0),
    );
    return {
      value: order[0]?.value ?? new Exact(0),
      unit,
      comparator,
      formula: order.map(({ value }) => inFormula(value)).join(sign < 0 ? ' ≥ ' : ' ≤ '),
      working: {
        zh: names.map((name, i) => `${i + 1}. ${name.zh}`).join('；'),
        en: names.map((name, i) => `${i + 1}. ${name.en}`).join('; '),
      },
      notes: boundNotes(operands, comparator),
      furtherInputs: constants,
    };
  },
});
