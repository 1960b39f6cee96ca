import { findQuantities } from '../../quantity/find-quantities.js';
import { parseQuantity } from '../../quantity/parse-quantity.js';
import { sameQuantity } from '../../quantity/same-quantity.js';
import type { Calculation, Indicator } from '../../records.js';
import { queryTerms } from '../../retrieve/query-terms.js';
import type { Finding } from '../../store/rows.js';
import type { Draft, DraftClaim } from '../draft.js';
import { compact } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import { fillTemplate } from './fill-template.js';
import type { ClaimSetting } from './indicator-claims.js';

/** Findings that are said beside an answer that they touch. */
const mostFindings = 2;

/** Findings of the audit that concern the figures that an answer states. */
export function findingsOn(rows: readonly Indicator[], findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding) =>
      finding.certainty === 'contradiction' &&
      rows.some((row) => row.planId === finding.planId && concernsRow(finding, row)),
  );
}

/** Where a plan contradicts itself, the figure at fault must be the one stated, not merely near it. */
function concernsRow(finding: Finding, row: Indicator): boolean {
  const isNamed =
    finding.about.includes(row.canonicalName) ||
    finding.about.includes(row.name) ||
    row.name.includes(finding.about);
  const isQuoted = finding.quotes.some(
    ({ passageId, quote }) =>
      passageId === row.passageId &&
      (compact(quote).includes(compact(row.quote)) || compact(row.quote).includes(compact(quote))),
  );
  return isNamed && isQuoted;
}

/** Findings that a question about contradictions means, by the words of what they are about. */
export function findingsAsked(frame: Understanding, findings: readonly Finding[]): Finding[] {
  const terms = queryTerms(frame.phrases, frame.background);
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const asked = findQuantities(frame.question).filter((span) => span.role === 'quantity');
  return findings
    .map((finding) => {
      const text = `${finding.about}${finding.note}`;
      const held = terms.filter(
        (term) => text.includes(term.word) || term.alternatives.some((one) => text.includes(one)),
      );
      const quoted = asked.filter((span) =>
        findQuantities(finding.note).some((one) => sameQuantity(one, span)),
      );
      const score = held.reduce((sum, term) => sum + term.weight, 0) / total + 0.3 * quoted.length;
      return { finding, score };
    })
    .filter(({ score }) => score >= 0.4)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostFindings)
    .map(({ finding }) => finding);
}

/** A finding as a claim, with its arithmetic as a calculation whose inputs stand in the quotes. */
export function withFindings(
  draft: Draft,
  findings: readonly Finding[],
  frame: Understanding,
  setting: ClaimSetting,
): Draft {
  const added = findings.slice(0, mostFindings).flatMap((finding, at) => {
    const n = draft.calculations.length + at + 1;
    const claim = findingClaim({ finding, n, frame, setting });
    return claim ? [{ claim, calculation: calculationOf(finding, n) }] : [];
  });
  if (added.length === 0) return draft;
  return {
    ...draft,
    claims: [...draft.claims, ...added.map(({ claim }) => claim)],
    calculations: [...draft.calculations, ...added.map(({ calculation }) => calculation)],
  };
}

function findingClaim({
  finding,
  n,
  frame,
  setting,
}: {
  finding: Finding;
  n: number;
  frame: Understanding;
  setting: ClaimSetting;
}): DraftClaim | undefined {
  const support = finding.quotes.flatMap(({ passageId, quote }) => {
    const passage = setting.passages.get(passageId);
    return passage ? [{ passage, quote }] : [];
  });
  if (support.length < finding.quotes.length) return undefined;
  const { about, stated, computed, note } = finding;
  const text = fillTemplate(frame.language, 'finding', { about, stated, computed, note });
  const counts = findQuantities(text)
    .filter((span) => ['期', '处', ''].includes(span.unit))
    .map((span) => span.value);
  return { text, support, indicators: [], calculations: [n], counts, conflictAbout: about };
}

/** Only figures that the quotes hold count as inputs of the arithmetic. */
function calculationOf(finding: Finding, n: number): Calculation {
  const quoted = finding.quotes
    .flatMap(({ quote }) => findQuantities(quote))
    .filter((span) => span.role === 'quantity');
  const inputs = findQuantities(`${finding.note} ${finding.stated} ${finding.computed}`)
    .filter(
      (span) =>
        span.role === 'quantity' && quoted.some((one) => sameQuantity(one, span) || one.value === span.value),
    )
    .map(({ raw, value, unit }) => ({
      name: raw,
      value,
      unit,
      year: null,
      source: 'citation' as const,
      citation: null,
    }));
  const result = parseQuantity(finding.computed.replace(/^\d{4}年/, ''));
  return {
    n,
    operation: `audit_${finding.kind}`,
    formula: finding.note,
    inputs,
    result: { value: result?.value ?? 0, unit: result?.unit ?? '' },
  };
}
