import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { lookUpUnit } from '../quantity/units.js';
import { boundNotes, resultComparator } from './bounds.js';
import { bringPairToCommonUnit, valueIn } from './common-unit.js';
import { invalidCalculation } from './invalid-calculation.js';
import { type Bilingual, Operand } from './operand.js';
import { defineOperation } from './operation.js';
import { describeOperand, requirePositive } from './preconditions.js';
import { inFormula, namedOperand, shownBoth } from './wording.js';

const schema = z.object({ operands: z.tuple([Operand, Operand]), options: z.strictObject({}) });

/** A part as a percentage of its whole. */
export const share = defineOperation({
  schema,
  description: 'A part as a percentage of its whole; operands are the part and the whole.',
  example: 'share 202亿元 569.95亿元',
  run: ({ operands }) => {
    const [part, whole] = operands;
    requirePositive(whole, 'be a whole');
    const pair = bringPairToCommonUnit(part, whole);
    const value = pair.first.div(pair.second).times(100);
    const [of, all, shown] = [namedOperand(part), namedOperand(whole), shownBoth(value, '%')];
    const comparator = resultComparator(operands, [1, part.value >= 0 ? -1 : 1]);
    return {
      value,
      unit: '%',
      comparator,
      formula: `${inFormula(pair.first)} / ${inFormula(pair.second)}`,
      working: { zh: `${of.zh}占${all.zh}的${shown.zh}`, en: `${of.en}; of ${all.en}; that is ${shown.en}` },
      notes: [
        ...boundNotes(operands, comparator),
        ...(value.gt(100) ? [partAboveWhole] : []),
        ...yearNotes(part, whole),
      ],
      furtherInputs: pair.constants,
    };
  },
});

/** The whole that a part and its share imply: part / share. */
export const impliedTotal = defineOperation({
  schema,
  description: 'The whole that a part and its share imply; operands are the part and the share (with %).',
  example: 'implied_total 2800亿元 12%',
  run: ({ operands }) => {
    const [part, ratio] = operands;
    const fraction = shareAsFraction(ratio);
    const value = valueIn(part, part.unit).div(fraction);
    const [of, at, shown] = [namedOperand(part), namedOperand(ratio), shownBoth(value, part.unit)];
    const comparator = resultComparator(operands, [1, part.value >= 0 ? -1 : 1]);
    return {
      value,
      unit: lookUpUnit(part.unit)?.symbol ?? part.unit,
      comparator,
      formula: `${inFormula(valueIn(part, part.unit))} / ${inFormula(fraction.times(100))}%`,
      working: {
        zh: `${of.zh}，${at.zh}，推算总量为${shown.zh}`,
        en: `${of.en}; ${at.en}; the whole is ${shown.en}`,
      },
      notes: [...boundNotes(operands, comparator), ...yearNotes(part, ratio)],
      furtherInputs: [],
    };
  },
});

/** The part that a whole and a share imply: whole × share. */
export const impliedPart = defineOperation({
  schema,
  description: 'The part that a whole and a share imply; operands are the whole and the share (with %).',
  example: 'implied_part 23333亿元 12%',
  run: ({ operands }) => {
    const [whole, ratio] = operands;
    const fraction = shareAsFraction(ratio);
    const value = valueIn(whole, whole.unit).times(fraction);
    const [of, at, shown] = [namedOperand(whole), namedOperand(ratio), shownBoth(value, whole.unit)];
    const comparator = resultComparator(operands, [1, whole.value >= 0 ? 1 : -1]);
    return {
      value,
      unit: lookUpUnit(whole.unit)?.symbol ?? whole.unit,
      comparator,
      formula: `${inFormula(valueIn(whole, whole.unit))} × ${inFormula(fraction.times(100))}%`,
      working: {
        zh: `${of.zh}，${at.zh}，推算部分为${shown.zh}`,
        en: `${of.en}; ${at.en}; the part is ${shown.en}`,
      },
      notes: [...boundNotes(operands, comparator), ...yearNotes(whole, ratio)],
      furtherInputs: [],
    };
  },
});

const partAboveWhole: Bilingual = {
  zh: '部分大于整体，请核对两数的范围。',
  en: 'The part is larger than the whole; check what the two figures cover.',
};

function shareAsFraction(ratio: Operand): Decimal {
  if (lookUpUnit(ratio.unit)?.kind !== 'ratio') {
    throw invalidCalculation(`${describeOperand(ratio)} is no share; give it with %, as in 12%.`);
  }
  requirePositive(ratio, 'be a share');
  return valueIn(ratio, '倍');
}

function yearNotes(first: Operand, second: Operand): Bilingual[] {
  if (first.year === null || second.year === null || first.year === second.year) return [];
  return [
    {
      zh: `两数年份不同（${first.year}年、${second.year}年）。`,
      en: `The two figures are for different years (${first.year} and ${second.year}).`,
    },
  ];
}
