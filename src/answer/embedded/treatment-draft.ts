import type { Draft } from '../draft.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { tellPoints } from './tell-points.js';
import { treatmentsIn } from './treatment/treatments-in.js';

/**
 * What a plan says of a matter, every point of it, near the length asked for or `budget` characters; of several
 * matters one after the other. Undefined where the plan does not speak of it.
 */
export function treatmentDraft(frame: Understanding, evidence: Evidence, budget?: number): Draft | undefined {
  return tellPoints(treatmentsIn(frame, evidence), frame.question, budget);
}
