import type { Indicator } from '../../../records.js';
import type { GivenFigure } from '../../understand/given-figures.js';
import type { OperandRequest } from '../calculation/request.js';

/** What is worked out of which figures; several figures of one operand are added up first. */
export interface Formula {
  operation: string;
  operands: readonly (readonly Indicator[])[];
  /** How the figures go together, where no operation of the calculator says it; they are a, b, c … in it. */
  expression?: string;
  /** A figure of the asker's that stands in it after those of the plan. */
  given?: GivenFigure;
}

/** What is asked, and what was found. */
export type Request = Pick<OperandRequest, 'frame' | 'evidence'>;

/** A formula of figures that were found; undefined where they were not. */
export function formulaOf(operation: string, operands: Formula['operands'] | undefined): Formula | undefined {
  return operands && { operation, operands };
}
