import { z } from 'zod';
import { lookUpUnit } from '../quantity/units.js';
import { boundNotes, resultComparator } from './bounds.js';
import { bringPairToCommonUnit } from './common-unit.js';
import { Operand } from './operand.js';
import { defineOperation } from './operation.js';
import { inFormula, namedOperand, shownBoth } from './wording.js';

const schema = z.object({
  operands: z.tuple([Operand, Operand]),
  options: z.strictObject({ direction: z.enum(['rise', 'fall']).default('rise') }),
});

/** The later figure minus the earlier one, or the first minus the second where no two years tell. */
export const difference = defineOperation({
  schema,
  description:
    'The difference of two figures of one kind: later minus earlier when both years are known and differ, ' +
    'otherwise first minus second. Two percentages give percentage points, and a percentage less percentage points a percentage. ' +
    'options.direction fall gives by how much it fell: earlier minus later.',
  example: 'difference 6.5万亿元@2025 4.37万亿元@2020',
  run: ({ operands, options: { direction } }) => {
    const [later, earlier] = inOrder(operands);
    const [minuend, subtrahend] = direction === 'fall' ? [earlier, later] : [later, earlier];
    const shares = isShare(minuend.unit) && isShare(subtrahend.unit);
    // 51.6% less 40.8 percentage points is a percentage again.
    const isLessPoints = isShare(minuend.unit) && isPoints(subtrahend.unit);
    const taken = isLessPoints ? { ...subtrahend, unit: '%' } : subtrahend;
    const pair = bringPairToCommonUnit(minuend, taken, shares || isLessPoints ? '%' : minuend.unit);
    const value = pair.first.minus(pair.second);
    const unit = shares ? '个百分点' : pair.unit;
    const [from, less, shown] = [namedOperand(minuend), namedOperand(subtrahend), shownBoth(value, unit)];
    const comparator = resultComparator([minuend, subtrahend], [1, -1]);
    return {
      value,
      unit,
      comparator,
      formula: `${inFormula(pair.first)} − ${inFormula(pair.second)}`,
      working: {
        zh: `${from.zh} − ${less.zh} = ${shown.zh}`,
        en: `(${from.en}) − (${less.en}) = ${shown.en}`,
      },
      notes: boundNotes(operands, comparator),
      furtherInputs: pair.constants,
    };
  },
});

/** Shares differ by percentage points; multiples (倍) stay multiples. */
function isShare(unit: string): boolean {
  const found = lookUpUnit(unit);
  return found?.kind === 'ratio' && found.symbol !== '倍';
}

function isPoints(unit: string): boolean {
  return lookUpUnit(unit)?.symbol === lookUpUnit('个百分点')?.symbol;
}

function inOrder([first, second]: [Operand, Operand]): [Operand, Operand] {
  const firstIsEarlier = first.year !== null && second.year !== null && first.year < second.year;
  return firstIsEarlier ? [second, first] : [first, second];
}
