import { z } from 'zod';
import { type CalculationInput, Comparator } from '../records.js';

/** A figure that goes into a calculation, and where it comes from. */
export const Operand = z.object({
  /** What the figure is of, as the working and the formula's reader will see it. */
  name: z.string().max(200),
  value: z.number(),
  /** A unit that `lookUpUnit` knows, or empty for a plain number. */
  unit: z.string().max(60),
  year: z.number().int().min(1900).max(2200).nullable(),
  /** How the figure bounds the true one; a target of "6.5 or more" makes the result a bound, too. */
  comparator: Comparator.optional(),
  source: z.enum(['citation', 'user', 'constant', 'count']),
  citation: z.number().int().nullable(),
});
export type Operand = z.infer<typeof Operand>;

/** A sentence in both languages of the answers. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** What a reader should know of a result; `worked` where it states figures of its own. */
export interface Note extends Bilingual {
  worked?: true;
}

/** What a calculation yields: everything that an answer shows of it. */
export interface CalculationOutcome {
  operation: string;
  /** With the figures put in: `(2800 / 2114.81)^(1/5) − 1`. */
  formula: string;
  inputs: CalculationInput[];
  /** At least six significant digits; rounding for display is the caller's. */
  /** `year` where the result is the figure of a year. */
  result: { value: number; unit: string; year?: number };
  /** How the result bounds the true value, given the bounds of the operands. */
  comparator: Comparator;
  /** The calculation as one line of text, rounded for reading. */
  working: Bilingual;
  /** What a reader should know about the result, in the language asked for. */
  notes: string[];
  /** Those of them that state no figure beyond the inputs and the result. */
  plainNotes: string[];
}
