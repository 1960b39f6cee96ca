import { z } from 'zod';
import { Comparator, indicatorKinds } from '../records.js';
import { parseJsonLines } from './parse-json-lines.js';

/** An indicator of a plan that was read and checked by people: a line of an indicator file. */
export const CheckedIndicator = z.object({
  plan: z.string().min(1),
  name: z.string().min(1),
  /** The figure as written. */
  raw: z.string(),
  /** Null for a goal in words. */
  value: z.number().nullable(),
  value_max: z.number().nullish(),
  unit: z.string().nullish(),
  op: Comparator,
  year: z.number().int().nullish(),
  kind: z.enum(indicatorKinds),
  source: z.enum(['table', 'prose']),
  quote: z.string().default(''),
});
export type CheckedIndicator = z.infer<typeof CheckedIndicator>;

/**
 * Reads a file of checked indicators, a JSON object a line.
 * @throws PlanbotError `batch_file_unreadable` naming the lines that are wrong, at once
 */
export function parseCheckedIndicators(text: string): CheckedIndicator[] {
  return parseJsonLines({
    text,
    schema: CheckedIndicator,
    about:
      'The indicator file is not right; a line is a JSON object with plan, name, raw, value, unit, op, year, kind and source',
  });
}
