import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import type { CalculationInput, Comparator } from '../records.js';
import { invalidCalculation } from './invalid-calculation.js';
import type { Bilingual, Note } from './operand.js';

/** What the body of an operation returns; `calculate` makes the outcome of it. */
export interface OperationResult {
  formula: string;
  value: Decimal;
  unit: string;
  /** The year that the value is of, where it is the figure of one. */
  year?: number;
  comparator: Comparator;
  working: Bilingual;
  notes: Note[];
  /** Inputs that are no operands: the number of years, a unit factor. */
  furtherInputs: CalculationInput[];
}

/** One operation of the calculator, as the registry lists it. */
export interface Operation {
  /** What goes in: `{ operands, options }`. */
  schema: z.ZodType;
  description: string;
  /** A call in the notation of the terminal's `calc` command. */
  example: string;
  /** @throws PlanbotError `calculation_invalid` naming the values that do not fit. */
  run: (input: unknown) => OperationResult;
}

/** Ties a schema to the function that takes what it lets through. */
export function defineOperation<Input>({
  schema,
  run,
  ...about
}: {
  schema: z.ZodType<Input>;
  description: string;
  example: string;
  run: (input: Input) => OperationResult;
}): Operation {
  return {
    ...about,
    schema,
    run: (input) => {
      const parsed = schema.safeParse(input);
      if (parsed.success) return run(parsed.data);
      throw invalidCalculation(`${z.prettifyError(parsed.error)}\nExample: ${about.example}`);
    },
  };
}
