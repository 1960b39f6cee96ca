import type { Indicator } from '../../../records.js';
import type { Finding } from '../../../store/rows.js';
import { holdsQuote } from './holds-quote.js';

/** Findings of the audit that concern figures which an answer states; what rounding explains is left out. */
export function findingsOn(rows: readonly Indicator[], findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding) =>
      finding.certainty !== 'rounding' &&
      rows.some((row) => row.planId === finding.planId && concernsRow(finding, row)),
  );
}

/** Where a plan contradicts itself, the figure at fault must be the one stated, not merely near it. */
function concernsRow(finding: Finding, row: Indicator): boolean {
  const isNamed =
    finding.about.includes(row.canonicalName) ||
    finding.about.includes(row.name) ||
    row.name.includes(finding.about);
  return isNamed && finding.quotes.some((quote) => holdsQuote(quote, row));
}
