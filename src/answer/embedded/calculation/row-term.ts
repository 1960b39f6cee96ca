import type { Indicator } from '../../../records.js';
import type { Understanding } from '../../understand/understand.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { operandOf } from '../operands.js';
import type { Term } from './term.js';

/** A row of a plan as a term; its citation is numbered when the claim is made. */
export function rowTerm(row: Indicator, frame: Understanding, setting: ClaimSetting): Term {
  return { operand: operandOf(row, 1, frame, setting), row };
}
