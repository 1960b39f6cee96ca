import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { Exact } from '../quantity/exact.js';
import type { CalculationInput } from '../records.js';
import { boundNotes, resultComparator } from './bounds.js';
import { bringPairToCommonUnit } from './common-unit.js';
import { type Bilingual, type Note, Operand } from './operand.js';
import { defineOperation, type OperationResult } from './operation.js';
import { requirePositive, yearsBetween } from './preconditions.js';
import { inFormula, namedOperand, shownBoth } from './wording.js';

const schema = z.object({
  operands: z.tuple([Operand, Operand]),
  options: z.strictObject({
    /** Number of years, where the figures carry none. */
    periods: z.number().int().min(1).max(200).optional(),
  }),
});
type Input = z.infer<typeof schema>;

/** Compound annual growth rate: (end / start)^(1/n) − 1. */
export const cagr = defineOperation({
  schema,
  description:
    'Compound annual growth rate between two dated figures, in percent. The number of periods follows from ' +
    'the years, or is given as options.periods.',
  example: 'cagr 2114.81亿元@2020 2800亿元@2025',
  run: (input) => {
    const shown = { zh: '年均复合增长', en: 'compound annual growth of' };
    return annualGrowth(input, shown).result;
  },
});

/** The yearly growth that still leads from an actual figure to a target, and the yearly amount. */
export const requiredGrowth = defineOperation({
  schema,
  description:
    'The annual growth needed from an actual figure and its year to a target and its year, in percent, with ' +
    'the amount to add a year.',
  example: 'required_growth 724万美元@2025 4200万美元@2030',
  run: (input) => {
    const shown = { zh: '要达到目标，年均需增长', en: 'reaching it takes annual growth of' };
    const { result, yearly, unit } = annualGrowth(input, shown);
    const amount = shownBoth(yearly, unit);
    const note: Note = {
      worked: true,
      zh: `按等额计，每年需增加${amount.zh}。`,
      en: `In equal steps that is ${amount.en} a year.`,
    };
    return { ...result, notes: [...result.notes, note] };
  },
});

function annualGrowth(
  { operands, options }: Input,
  phrase: Bilingual,
): { result: OperationResult; yearly: Decimal; unit: string } {
  const [start, end] = operands;
  const purpose = 'work out annual growth';
  requirePositive(start, purpose);
  requirePositive(end, purpose);
  const periods = options.periods ?? yearsBetween(start, end);
  const pair = bringPairToCommonUnit(start, end);
  const rate = pair.second.div(pair.first).pow(new Exact(1).div(periods)).minus(1).times(100);
  const [from, to, shown] = [namedOperand(start), namedOperand(end), shownBoth(rate, '%')];
  const comparator = resultComparator(operands, [-1, 1]);
  const result: OperationResult = {
    value: rate,
    unit: '%',
    comparator,
    formula: `(${inFormula(pair.second)} / ${inFormula(pair.first)})^(1/${periods}) − 1`,
    working: {
      zh: `${from.zh}，${to.zh}，共${periods}年，${phrase.zh}${shown.zh}`,
      en: `${from.en}; ${to.en}; over ${periods} ${periods === 1 ? 'year' : 'years'} ${phrase.en} ${shown.en}`,
    },
    notes: boundNotes(operands, comparator),
    furtherInputs: [...pair.constants, countOfYears(periods)],
  };
  return { result, yearly: pair.second.minus(pair.first).div(periods), unit: pair.unit };
}

/** The number of years as an input, so that every number of the formula has a source. */
export function countOfYears(periods: number): CalculationInput {
  return { name: '年数', value: periods, unit: '年', year: null, source: 'count', citation: null };
}
