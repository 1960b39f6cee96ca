import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { Exact } from '../quantity/exact.js';
import { lookUpUnit, sameKind } from '../quantity/units.js';
import type { CalculationInput } from '../records.js';
import { boundNotes, resultComparator } from './bounds.js';
import { unitFactor, valueIn } from './common-unit.js';
import { express } from './express.js';
import { invalidCalculation } from './invalid-calculation.js';
import { divide, factorBetween, type Measure, measureOf, multiply } from './measure.js';
import { Operand } from './operand.js';
import { defineOperation } from './operation.js';
import { describeOperand, requirePositive } from './preconditions.js';
import { inFormula, namedOperand, shownBoth, shownWhole } from './wording.js';

const schema = z.object({
  operands: z.union([z.tuple([Operand]), z.tuple([Operand, Operand])]),
  options: z.strictObject({ unit: z.string().max(60) }),
});

interface Conversion {
  value: Decimal;
  formula: string;
  constants: CalculationInput[];
}

/** A figure in another unit of its kind, or in another currency at a rate that is given. */
export const convertUnit = defineOperation({
  schema,
  description:
    'A figure in another unit of its kind (options.unit). Between currencies the second operand is the ' +
    'exchange rate, with its unit, such as 7.1 元/美元.',
  example: 'convert 6.5万亿元 --unit 亿元',
  run: ({ operands, options }) => {
    const [figure, rate] = operands;
    const unit = lookUpUnit(options.unit)?.symbol;
    if (unit === undefined) throw invalidCalculation(`${options.unit} is no unit that planbot knows.`);
    const { value, formula, constants } =
      rate === undefined || sameKind(figure.unit, unit)
        ? withinKind(figure, unit)
        : atRate(figure, rate, unit);
    const from = namedOperand(figure);
    // Another unit of the same kind changes no digit, so none is rounded away.
    const shown = rate === undefined ? shownWhole(value, unit) : shownBoth(value, unit);
    const comparator = resultComparator(operands, [1, 0]);
    return {
      value,
      unit,
      comparator,
      formula,
      // English counts in billions whatever the unit, so both units stand as they are.
      working: { zh: `${from.zh} = ${shown.zh}`, en: `${from.zh} = ${shown.zh} (${shown.en})` },
      notes: boundNotes(operands, comparator),
      furtherInputs: constants,
    };
  },
});

function withinKind(figure: Operand, unit: string): Conversion {
  const value = valueIn(figure, unit);
  const factor = unitFactor(figure.unit, unit);
  const formula = `${inFormula(new Exact(figure.value))} × ${inFormula(new Exact(factor.value))}`;
  return { value, formula, constants: factor.value === 1 ? [] : [factor] };
}

function atRate(figure: Operand, rate: Operand, unit: string): Conversion {
  requirePositive(rate, 'be an exchange rate');
  const amount = measureOf(valueIn(figure, figure.unit), figure.unit);
  const price = measureOf(valueIn(rate, rate.unit), rate.unit);
  const written = [figure, rate].map((operand) => `${inFormula(new Exact(operand.value))}${operand.unit}`);
  const ways: [Measure, string][] = [
    [multiply(amount, price), written.join(' × ')],
    [divide(amount, price), written.join(' / ')],
  ];
  const target = measureOf(new Exact(1), unit);
  const way = ways.find(([result]) => factorBetween(result, target) !== undefined);
  if (way) return { value: express(way[0], unit).value, formula: way[1], constants: [] };
  throw invalidCalculation(
    `${describeOperand(rate)} does not lead from ${figure.unit} to ${unit}; give a rate in ${unit}/${figure.unit}.`,
  );
}
