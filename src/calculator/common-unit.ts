import type { Decimal } from 'decimal.js';
import { Exact } from '../quantity/exact.js';
import { convert, lookUpUnit } from '../quantity/units.js';
import type { CalculationInput } from '../records.js';
import { invalidCalculation } from './invalid-calculation.js';
import type { Operand } from './operand.js';

/** Figures brought into one unit, with the factors that it took. */
export interface CommonUnit {
  unit: string;
  /** In the order of the operands. */
  values: Decimal[];
  constants: CalculationInput[];
}

/**
 * Brings all operands into one unit, that of the first unless another is asked for.
 * @throws PlanbotError naming both units when their kinds differ.
 */
export function bringToCommonUnit(operands: readonly Operand[], unit?: string): CommonUnit {
  const target = unit ?? operands[0]?.unit ?? '';
  const symbol = lookUpUnit(target)?.symbol ?? target;
  const values = operands.map((operand) => valueIn(operand, target));
  const factors = new Map(
    operands
      .filter((operand) => operand.unit !== target && operand.unit !== symbol)
      .map((operand) => [operand.unit, unitFactor(operand.unit, target)]),
  );
  const constants = [...factors.values()].filter(({ value }) => value !== 1);
  return { unit: symbol, values, constants };
}

/** Two figures in one unit, that of the first unless another is asked for. */
export function bringPairToCommonUnit(
  first: Operand,
  second: Operand,
  unit = first.unit,
): { unit: string; first: Decimal; second: Decimal; constants: CalculationInput[] } {
  const { constants, unit: symbol } = bringToCommonUnit([first, second], unit);
  return { unit: symbol, first: valueIn(first, unit), second: valueIn(second, unit), constants };
}

/** The value of one operand in a unit of its kind. */
export function valueIn(operand: Operand, unit: string): Decimal {
  requireFinite(operand);
  return convert({ value: new Exact(operand.value), from: operand.unit, to: unit });
}

/** How many of one unit another holds, as an input of its own: 1 万亿元 is 10000 亿元. */
export function unitFactor(from: string, to: string): CalculationInput {
  const value = convert({ value: new Exact(1), from, to })
    .toSignificantDigits(12)
    .toNumber();
  return { name: `1 ${from}`, value, unit: to, year: null, source: 'constant', citation: null };
}

function requireFinite({ name, value }: Operand): void {
  if (!Number.isFinite(value)) throw invalidCalculation(`${name} is not a finite number.`);
}
