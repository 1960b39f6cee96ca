import type { Passage } from '../../records.js';

/** A figure that may be part of a whole. */
export interface Part {
  label: string;
  value: number;
  /** As written, for how far it is rounded. */
  raw: string;
  passage: Passage;
  /** The line or sentence that it stands in. */
  quote: string;
}

/** Figures of one unit that a plan sets in one row: the lines of a box, a column of a table, a run in a sentence. */
export interface PartList {
  kind: 'lines' | 'column' | 'run';
  parts: Part[];
  unit: string;
  /** What is summed: the column's head, the property of the lines, the words before the run. */
  name: string;
  /** Caption, heads and headings around the list. */
  context: string;
  /** Figures that may be the whole, most likely first. */
  totals: Part[];
}

/** The sum of a list, without what binary floating point adds. */
export function sumOf({ parts }: Pick<PartList, 'parts'>): number {
  return Number(parts.reduce((sum, { value }) => sum + value, 0).toPrecision(12));
}
