import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { Exact } from '../quantity/exact.js';
import { boundNotes, resultComparator } from './bounds.js';
import { bringToCommonUnit } from './common-unit.js';
import { valueOnPath } from './interpolate.js';
import { invalidCalculation } from './invalid-calculation.js';
import { type Bilingual, type Note, Operand } from './operand.js';
import { defineOperation } from './operation.js';
import { describeOperand, requireOrder, yearsBetween } from './preconditions.js';
import { inFormula, namedOperand, shownBoth } from './wording.js';

const schema = z.object({ operands: z.tuple([Operand, Operand, Operand]), options: z.strictObject({}) });

interface Course {
  start: Operand;
  target: Operand;
  actual: Operand;
  from: Decimal;
  to: Decimal;
  now: Decimal;
  unit: string;
}

/** How much of the way from a baseline to a target is done, and how that stands against both paths. */
export const progress = defineOperation({
  schema,
  description:
    'The share of the way from a baseline to a target that an actual figure has come, in percent; operands ' +
    'are baseline, target, actual. With all three years it also says how far ahead of or behind the linear ' +
    'and the geometric path the figure is.',
  example: 'progress 120家@2020 300家@2025 200家@2023',
  run: ({ operands }) => {
    const course = courseOf(operands);
    const { start, target, actual, from, to, now } = course;
    const value = now.minus(from).div(to.minus(from)).times(100);
    const names = [start, target, actual].map(namedOperand);
    const shown = shownBoth(value, '%');
    const comparator = resultComparator(operands, [0, to.gt(from) ? -1 : 1, to.gt(from) ? 1 : -1]);
    return {
      value,
      unit: '%',
      comparator,
      formula: `(${inFormula(now)} − ${inFormula(from)}) / (${inFormula(to)} − ${inFormula(from)})`,
      working: {
        zh: `${names.map((name) => name.zh).join('，')}，已完成${shown.zh}`,
        en: `${names.map((name) => name.en).join('; ')}: ${shown.en} of the way`,
      },
      notes: [...boundNotes(operands, comparator), ...pathNotes(course)],
      furtherInputs: bringToCommonUnit(operands).constants,
    };
  },
});

function courseOf([start, target, actual]: [Operand, Operand, Operand]): Course {
  const { unit, values } = bringToCommonUnit([start, target, actual]);
  const [from = new Exact(0), to = new Exact(0), now = new Exact(0)] = values;
  if (!from.eq(to)) return { start, target, actual, from, to, now, unit };
  throw invalidCalculation(
    `${describeOperand(start)} and ${describeOperand(target)} are the same; there is no way to go.`,
  );
}

function pathNotes(course: Course): Note[] {
  const { start, target, actual, from, to } = course;
  requireOrder(start, actual);
  if ([start, target, actual].some(({ year }) => year === null)) {
    return [
      { zh: '年份不全，未与路径比较。', en: 'Not all years are known, so it is not compared with a path.' },
    ];
  }
  requireOrder(actual, target);
  const passed = start.year === actual.year ? 0 : yearsBetween(start, actual);
  const share = new Exact(passed).div(yearsBetween(start, target));
  const linear = pathNote(course, valueOnPath({ from, to, share, path: 'linear' }), linearPath);
  if (!from.gt(0) || !to.gt(0)) return [linear];
  return [linear, pathNote(course, valueOnPath({ from, to, share, path: 'geometric' }), geometricPath)];
}

const linearPath: Bilingual = { zh: '按直线路径', en: 'On the linear path' };
const geometricPath: Bilingual = { zh: '按等速路径', en: 'On the geometric path' };

function pathNote({ actual, from, to, now, unit }: Course, expected: Decimal, path: Bilingual): Note {
  const lead = now.minus(expected).times(to.gt(from) ? 1 : -1);
  const [due, by] = [shownBoth(expected, unit), shownBoth(lead.abs(), unit)];
  const [zh, en] = lead.isZero()
    ? ['恰好持平', 'it is exactly on it']
    : [`${lead.gt(0) ? '领先' : '落后'}${by.zh}`, `it is ${by.en} ${lead.gt(0) ? 'ahead' : 'behind'}`];
  return {
    worked: true,
    zh: `${path.zh}，${actual.year}年应为${due.zh}，${zh}。`,
    en: `${path.en} ${actual.year} would be at ${due.en}; ${en}.`,
  };
}
