import type { CalculationInput, Language } from '../records.js';
import { invalidCalculation } from './invalid-calculation.js';
import type { CalculationOutcome, Operand } from './operand.js';
import { operations } from './operations.js';

/** As many as a number holds. */
const significantDigits = 15;

/**
 * Runs one operation of the registry. `language` is that of the notes; the working comes in both.
 * @throws PlanbotError `calculation_invalid` naming the values that do not fit and what would.
 */
export function calculate({
  operation,
  operands,
  options = {},
  language = 'zh',
}: {
  operation: string;
  operands: readonly Operand[];
  options?: Record<string, unknown>;
  language?: Language;
}): CalculationOutcome {
  const found = new Map(Object.entries(operations)).get(operation);
  if (!found) {
    throw invalidCalculation(
      `There is no operation ${operation.slice(0, 60)}; use one of ${Object.keys(operations).join(', ')}.`,
    );
  }
  const { value, unit, year, notes, furtherInputs, ...shown } = found.run({ operands, options });
  const rounded = value.toSignificantDigits(significantDigits).toNumber();
  if (!Number.isFinite(rounded)) {
    throw invalidCalculation(`The result of ${operation} is too large to state: ${shown.formula}.`);
  }
  return {
    ...shown,
    operation,
    inputs: [...operands.map(asInput), ...furtherInputs],
    result: { value: rounded, unit, ...(year === undefined ? {} : { year }) },
    notes: notes.map((note) => note[language]),
    plainNotes: notes.filter(({ worked }) => !worked).map((note) => note[language]),
  };
}

function asInput({ comparator: _, ...input }: Operand): CalculationInput {
  return input;
}
