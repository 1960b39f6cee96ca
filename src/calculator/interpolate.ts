import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { Exact } from '../quantity/exact.js';
import { boundNotes, resultComparator } from './bounds.js';
import { bringPairToCommonUnit } from './common-unit.js';
import { invalidCalculation } from './invalid-calculation.js';
import { type Bilingual, Operand } from './operand.js';
import { defineOperation } from './operation.js';
import { describeOperand, requirePositive, requireYear, yearsBetween } from './preconditions.js';
import { inFormula, namedOperand, shownBoth } from './wording.js';

export const paths = ['linear', 'geometric'] as const;
export type Path = (typeof paths)[number];

const schema = z.object({
  operands: z.tuple([Operand, Operand]),
  options: z.strictObject({
    year: z.number().int(),
    /** In equal steps, or at an equal rate. */
    path: z.enum(paths).default('linear'),
  }),
});

const pathNames: Record<Path, Bilingual> = {
  linear: { zh: '按直线（每年等额）', en: 'in equal yearly steps' },
  geometric: { zh: '按等速（每年同一增速）', en: 'at an equal yearly rate' },
};

/** The value of a year on the path between two dated figures. */
export const interpolate = defineOperation({
  schema,
  description:
    'The value of options.year on the path between two dated figures: options.path is linear (equal steps) ' +
    'or geometric (equal rate). Beyond the two years use project.',
  example: 'interpolate 100亿元@2021 170亿元@2023 --year 2022',
  run: ({ operands, options: { year, path } }) => {
    const [start, end] = operands;
    const span = yearsBetween(start, end);
    const passed = yearsPassed(start, end, year);
    if (path === 'geometric') for (const operand of operands) requirePositive(operand, 'follow a rate');
    const pair = bringPairToCommonUnit(start, end);
    const value = valueOnPath({
      from: pair.first,
      to: pair.second,
      share: new Exact(passed).div(span),
      path,
    });
    const [from, to, shown] = [namedOperand(start), namedOperand(end), shownBoth(value, pair.unit)];
    const comparator = resultComparator(operands, [1, 1]);
    const [a, b] = [inFormula(pair.first), inFormula(pair.second)];
    return {
      value,
      unit: pair.unit,
      year,
      comparator,
      formula:
        path === 'linear'
          ? `${a} + (${b} − ${a}) × ${passed}/${span}`
          : `${a} × (${b} / ${a})^(${passed}/${span})`,
      working: {
        zh: `${from.zh}，${to.zh}，${pathNames[path].zh}推算，${year}年为${shown.zh}`,
        en: `${from.en}; ${to.en}; ${pathNames[path].en}, ${year} comes to ${shown.en}`,
      },
      notes: [...boundNotes(operands, comparator), notInPlan],
      furtherInputs: pair.constants,
    };
  },
});

const notInPlan: Bilingual = {
  zh: '这是已知年份之间的推算值，并非规划所列。',
  en: 'This is worked out between two known years and is not a figure of the plan.',
};

/** The value after a share of the way from one figure to another. */
export function valueOnPath({
  from,
  to,
  share,
  path,
}: {
  from: Decimal;
  to: Decimal;
  share: Decimal;
  path: Path;
}): Decimal {
  if (share.isZero()) return from;
  if (share.eq(1)) return to;
  return path === 'linear' ? from.plus(to.minus(from).times(share)) : from.times(to.div(from).pow(share));
}

function yearsPassed(start: Operand, end: Operand, year: number): number {
  const [first, last] = [requireYear(start).year, requireYear(end).year];
  if (year >= first && year <= last) return year - first;
  const side =
    year < first ? `before the baseline ${describeOperand(start)}` : `after ${describeOperand(end)}`;
  throw invalidCalculation(
    `${year} is ${side}; interpolation reaches from ${first} to ${last} (project goes beyond).`,
  );
}
