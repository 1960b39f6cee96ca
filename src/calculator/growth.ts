import { z } from 'zod';
import { lookUpUnit } from '../quantity/units.js';
import { boundNotes, resultComparator } from './bounds.js';
import { bringPairToCommonUnit } from './common-unit.js';
import { type Bilingual, Operand } from './operand.js';
import { defineOperation } from './operation.js';
import { requireOrder, requirePositive } from './preconditions.js';
import { inFormula, namedOperand, shownBoth } from './wording.js';

const schema = z.object({ operands: z.tuple([Operand, Operand]), options: z.strictObject({}) });

/** Total growth from the first figure to the second, in percent; a fall is negative. */
export const growth = defineOperation({
  schema,
  description: 'Total growth from an earlier figure to a later one, in percent, and whether it rose or fell.',
  example: 'growth 4.37万亿元@2020 6.5万亿元@2025',
  run: ({ operands }) => {
    const [start, end] = operands;
    requireOrder(start, end);
    requirePositive(start, 'work out growth from it');
    const pair = bringPairToCommonUnit(start, end);
    const value = pair.second.div(pair.first).minus(1).times(100);
    const [from, to, shown] = [namedOperand(start), namedOperand(end), shownBoth(value.abs(), '%')];
    const comparator = resultComparator(operands, [end.value >= 0 ? -1 : 1, 1]);
    return {
      value,
      unit: '%',
      comparator,
      formula: `${inFormula(pair.second)} / ${inFormula(pair.first)} − 1`,
      working: {
        zh: `${from.zh}，${to.zh}，${value.isNegative() ? '下降' : '增长'}${shown.zh}`,
        en: `${from.en}; ${to.en}; ${value.isNegative() ? 'a fall' : 'growth'} of ${shown.en}`,
      },
      notes: [...boundNotes(operands, comparator), ...shareNote(start.unit)],
      furtherInputs: pair.constants,
    };
  },
});

function shareNote(unit: string): Bilingual[] {
  if (lookUpUnit(unit)?.kind !== 'ratio') return [];
  return [
    {
      zh: '两数都是比率，此处为相对变化；以百分点计用 difference。',
      en: 'Both figures are rates, so this is the relative change; use difference for percentage points.',
    },
  ];
}
