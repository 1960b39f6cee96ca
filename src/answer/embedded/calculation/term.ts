import type { Operand } from '../../../calculator/operand.js';
import type { Indicator } from '../../../records.js';
import type { Support } from '../../draft.js';

/** A figure that goes into a calculation, with the row of the plan that it stands in; the asker's have none. */
export interface Term {
  operand: Operand;
  row?: Indicator;
  /** Where it stands, for a figure that was read from a line itself. */
  support?: Support;
}

/** A figure that a calculation needs and that is not there. */
export interface Missing {
  /** What it is of, as the question says it. */
  name: string;
  planIds: readonly string[];
  years: readonly number[];
  /** Figures of the same thing that there are. */
  rows: readonly Indicator[];
}

/** The figures of one calculation, or which of them are missing. */
export type Operands =
  | { kind: 'terms'; operation: string; terms: Term[]; options: Record<string, unknown> }
  | { kind: 'missing'; missing: Missing[]; known: Term[] };
