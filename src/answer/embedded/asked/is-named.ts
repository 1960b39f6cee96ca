import type { DraftClaim } from '../../draft.js';
import type { Evidence } from '../evidence.js';

/** The question names an indicator surely whose name is met this well. */
const namedScore = 0.6;

/** The question names the indicator of a claim surely, whatever words it is put in (基金类机构: 基金业机构). */
export function isNamed({ indicators }: DraftClaim, evidence: Pick<Evidence, 'indicators'>): boolean {
  return evidence.indicators.some(
    ({ score, rows }) => score >= namedScore && rows.some((row) => indicators.includes(row)),
  );
}
