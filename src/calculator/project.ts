import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { Exact } from '../quantity/exact.js';
import { lookUpUnit } from '../quantity/units.js';
import { countOfYears } from './annual-growth.js';
import { boundNotes, resultComparator } from './bounds.js';
import { valueIn } from './common-unit.js';
import { invalidCalculation } from './invalid-calculation.js';
import { Operand } from './operand.js';
import { defineOperation } from './operation.js';
import { describeOperand, requireYear } from './preconditions.js';
import { inFormula, namedOperand, shownBoth } from './wording.js';

const schema = z.object({
  operands: z.tuple([Operand, Operand]),
  options: z.strictObject({
    /** For how many years, or to which year. */
    periods: z.number().int().min(1).max(200).optional(),
    year: z.number().int().min(1900).max(2200).optional(),
  }),
});
type Options = z.infer<typeof schema>['options'];

/** A value that grows at a yearly rate for a number of years: value × (1 + rate)^n. */
export const project = defineOperation({
  schema,
  description:
    'Projects a value at an annual rate: operands are the value and the rate (with %); options.periods says ' +
    'for how many years, or options.year to which year.',
  example: 'project 2114.81亿元@2020 6% --year 2025',
  run: ({ operands, options }) => {
    const [base, rate] = operands;
    const periods = periodsOf(base, options);
    const share = rateAsFraction(rate);
    const value = new Exact(base.value).times(share.plus(1).pow(periods));
    const [from, shown] = [namedOperand(base), shownBoth(value, base.unit)];
    const comparator = resultComparator(operands, [1, base.value >= 0 ? 1 : -1]);
    const yearly = shownBoth(share.times(100), '%');
    return {
      value,
      unit: lookUpUnit(base.unit)?.symbol ?? base.unit,
      ...(base.year === null ? {} : { year: base.year + periods }),
      comparator,
      formula: `${inFormula(new Exact(base.value))} × (1 + ${inFormula(share.times(100))}%)^${periods}`,
      working: {
        zh: `${from.zh}，按${rate.name === '' ? '每年' : rate.name}${yearly.zh}计，${periods}年后为${shown.zh}`,
        en: `${from.en}; at ${rate.name === '' ? '' : `${rate.name}: `}${yearly.en} a year for ${periods} ${periods === 1 ? 'year' : 'years'}: ${shown.en}`,
      },
      notes: boundNotes(operands, comparator),
      furtherInputs: [countOfYears(periods)],
    };
  },
});

function periodsOf(base: Operand, { periods, year }: Options): number {
  if (periods !== undefined) return periods;
  if (year === undefined) {
    throw invalidCalculation(
      'A projection needs options.periods (how many years) or options.year (to which).',
    );
  }
  const dated = requireYear(base);
  if (year > dated.year) return year - dated.year;
  throw invalidCalculation(
    `${year} is not after the baseline ${describeOperand(base)}; give a year after ${dated.year}.`,
  );
}

function rateAsFraction(rate: Operand): Decimal {
  if (lookUpUnit(rate.unit)?.kind !== 'ratio') {
    throw invalidCalculation(`${describeOperand(rate)} is no rate; give it with %, as in 6%.`);
  }
  const share = valueIn(rate, '倍');
  if (share.gt(-1)) return share;
  throw invalidCalculation(`${describeOperand(rate)} takes everything away; a rate must be above −100%.`);
}
