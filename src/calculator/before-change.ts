import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { Exact } from '../quantity/exact.js';
import { lookUpUnit } from '../quantity/units.js';
import { countOfYears } from './annual-growth.js';
import { boundNotes, type Influence, resultComparator } from './bounds.js';
import { valueIn } from './common-unit.js';
import { invalidCalculation } from './invalid-calculation.js';
import { type Bilingual, Operand } from './operand.js';
import { defineOperation } from './operation.js';
import { describeOperand } from './preconditions.js';
import { inFormula, namedOperand, shownBoth } from './wording.js';

const schema = z.object({
  operands: z.tuple([Operand, Operand]),
  options: z.strictObject({
    direction: z.enum(['rise', 'fall']).default('rise'),
    /** The year that the change counts from. */
    year: z.number().int().min(1900).max(2200).optional(),
    /** For how many years a yearly rate went on. */
    periods: z.number().int().min(1).max(200).default(1),
    /** What is worked back to: what there was, or the target that was exceeded or missed. */
    of: z.enum(['earlier', 'target']).default('earlier'),
  }),
});
type Options = z.infer<typeof schema>['options'];

/** What there was before a change: 113家 after 48家 more were 65家, 85.04亿元 after 13.04% more were 75.23亿元. */
export const beforeChange = defineOperation({
  schema,
  description:
    'The earlier figure behind a later one: operands are the later figure and the change that led to it, in ' +
    '% (a rate), in its own unit or percentage points (an amount), or in 倍 (how many times the earlier one ' +
    'it is). options.direction says rise or fall, options.year of which year the result is, options.periods ' +
    'for how many years a yearly rate went on; options.of target where it is the target that was missed.',
  example: 'before_change 113家@2020 48家 --year 2015',
  run: ({ operands, options }) => {
    const [later, change] = operands;
    const { value, formula, influence } = undone(later, change, options);
    const [from, by, shown] = [namedOperand(later), namedOperand(change), shownBoth(value, later.unit)];
    const comparator = resultComparator(operands, [1, influence]);
    const { year, periods } = options;
    const result = resultName(options);
    return {
      value,
      unit: lookUpUnit(later.unit)?.symbol ?? later.unit,
      ...(year === undefined ? {} : { year }),
      comparator,
      formula,
      working: {
        zh: `${from.zh}、${by.zh}：${formula} = ${shown.zh}，由此推算${result.zh}为${shown.zh}`,
        en: `${from.en}; ${by.en}: ${formula} = ${shown.en}; so ${result.en} was ${shown.en}`,
      },
      notes: boundNotes(operands, comparator),
      furtherInputs: periods > 1 ? [countOfYears(periods)] : [],
    };
  },
});

function resultName({ of, year }: Options): Bilingual {
  if (of === 'target') return { zh: '原定目标', en: 'the target' };
  return year === undefined ? { zh: '此前', en: 'before it' } : { zh: `${year}年`, en: `in ${year} it` };
}

interface Undone {
  value: Decimal;
  formula: string;
  influence: Influence;
}

function undone(later: Operand, change: Operand, { direction, periods }: Options): Undone {
  const kind = lookUpUnit(change.unit)?.kind;
  const value = new Exact(later.value);
  const falls = direction === 'fall';
  const from = `${inFormula(value)}${later.unit}`;
  if (kind === 'ratio' && change.unit !== '%') {
    const times = requireDivisor(valueIn(change, '倍'), change);
    return { value: value.div(times), formula: `${from} / ${inFormula(times)}`, influence: -1 };
  }
  if (kind === 'ratio') {
    const share = valueIn(change, '倍');
    const isLess = falls !== share.isNegative();
    const size = share.abs();
    const base = requireDivisor(isLess ? size.neg().plus(1) : size.plus(1), change);
    const power = periods > 1 ? `^${periods}` : '';
    return {
      value: value.div(base.pow(periods)),
      formula: `${from} / (1 ${isLess ? '−' : '+'} ${inFormula(size.times(100))}%)${power}`,
      influence: falls ? 1 : -1,
    };
  }
  const amount =
    kind === 'percentagePoints'
      ? new Exact(change.value)
      : valueIn(change, lookUpUnit(later.unit)?.symbol ?? later.unit);
  return {
    value: falls ? value.plus(amount) : value.minus(amount),
    formula: `${from} ${falls ? '+' : '−'} ${inFormula(new Exact(change.value))}${change.unit}`,
    influence: falls ? 1 : -1,
  };
}

function requireDivisor(base: Decimal, change: Operand): Decimal {
  if (base.gt(0)) return base;
  throw invalidCalculation(`${describeOperand(change)} leaves nothing; a fall must be less than 100%.`);
}
