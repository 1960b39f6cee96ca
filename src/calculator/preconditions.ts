import { invalidCalculation } from './invalid-calculation.js';
import type { Operand } from './operand.js';

/** An operand whose year is known. */
export type DatedOperand = Operand & { year: number };

const longestSpan = 200;

/** Names an operand in an error: 存款余额 (4.37 万亿元, 2020). */
export function describeOperand({ name, value, unit, year }: Operand): string {
  const figure = [value, unit].filter((part) => part !== '').join(' ');
  return `${name || 'the figure'} (${figure}${year === null ? '' : `, ${year}`})`;
}

/** @throws PlanbotError when the value is zero or negative, from which no rate or share follows. */
export function requirePositive(operand: Operand, purpose: string): void {
  if (operand.value > 0) return;
  throw invalidCalculation(`${describeOperand(operand)} must be greater than zero to ${purpose}.`);
}

/** @throws PlanbotError when the value is zero. */
export function requireNonZero(operand: Operand, purpose: string): void {
  if (operand.value !== 0) return;
  throw invalidCalculation(`${describeOperand(operand)} must not be zero to ${purpose}.`);
}

/** @throws PlanbotError when the year of the figure is not known. */
export function requireYear(operand: Operand): DatedOperand {
  const { year } = operand;
  if (year !== null) return { ...operand, year };
  throw invalidCalculation(`${describeOperand(operand)} needs the year that it is for.`);
}

/**
 * The number of years from one figure to the other.
 * @throws PlanbotError when a year is missing, when they are the same, or in the wrong order.
 */
export function yearsBetween(start: Operand, end: Operand): number {
  const [from, to] = [requireYear(start).year, requireYear(end).year];
  if (from === to) {
    throw invalidCalculation(
      `${describeOperand(start)} and ${describeOperand(end)} are for the same year; give two different years.`,
    );
  }
  requireOrder(start, end);
  if (to - from <= longestSpan) return to - from;
  throw invalidCalculation(`From ${from} to ${to} is more than ${longestSpan} years.`);
}

/** @throws PlanbotError when both years are known and the second is before the first. */
export function requireOrder(start: Operand, end: Operand): void {
  if (start.year === null || end.year === null || start.year <= end.year) return;
  throw invalidCalculation(
    `${describeOperand(end)} is before the baseline ${describeOperand(start)}; give the earlier figure first.`,
  );
}
