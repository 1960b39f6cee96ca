import { findQuantities, type QuantitySpan } from '../../../quantity/find-quantities.js';
import { parseQuantity } from '../../../quantity/parse-quantity.js';
import { sameQuantity } from '../../../quantity/same-quantity.js';
import type { Calculation } from '../../../records.js';
import type { Finding } from '../../../store/rows.js';
import type { Draft, DraftClaim, Support } from '../../draft.js';
import { findingInEnglish } from '../../finding-in-english.js';
import type { Understanding } from '../../understand/understand.js';
import { fillTemplate } from '../fill-template.js';
import type { ClaimSetting } from '../indicator-claims.js';

/** Findings that are said beside an answer that they touch. */
const mostFindings = 2;

/** A draft with findings of the audit, each as a claim with its arithmetic, behind what it says. */
export function withFindings(
  draft: Draft,
  findings: readonly Finding[],
  frame: Understanding,
  setting: ClaimSetting,
  most = mostFindings,
): Draft {
  const added = findings.slice(0, most).flatMap((finding, at) => {
    const n = draft.calculations.length + at + 1;
    return findingClaim({ finding, n, frame, setting }) ?? [];
  });
  if (added.length === 0) return draft;
  return {
    ...draft,
    claims: [...draft.claims, ...added.map(({ claim }) => claim)],
    calculations: [...draft.calculations, ...added.map(({ calculation }) => calculation)],
    sources: new Map([
      ...(draft.sources ?? []),
      ...added.map(({ calculation, sources }) => [calculation.n, sources] as const),
    ]),
  };
}

const templates = {
  contradiction: 'finding',
  definition: 'findingDefinition',
  rounding: 'findingRounding',
} as const;

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
}): { claim: DraftClaim; calculation: Calculation; sources: (Support | undefined)[] } | undefined {
  const support = finding.quotes.flatMap(({ passageId, quote }) => {
    const passage = setting.passages.get(passageId);
    return passage ? [{ passage, quote }] : [];
  });
  if (support.length < finding.quotes.length) return undefined;
  const { about, certainty } = finding;
  const note = frame.language === 'zh' ? finding.note : findingInEnglish(finding);
  const text = fillTemplate(frame.language, templates[certainty], { about, note });
  const inputs = inputsOf(finding, support);
  const claim: DraftClaim = {
    text,
    support,
    indicators: [],
    calculations: [n],
    counts: [],
    conflictAbout: about,
    finding,
  };
  const calculation = calculationOf(finding, n, inputs);
  return { claim, calculation, sources: inputs.map(({ source }) => source) };
}

/** The figures of a finding that its quotes hold, each with the one where it stands. */
function inputsOf(
  { note, stated, computed }: Finding,
  support: readonly Support[],
): { span: QuantitySpan; source: Support }[] {
  const spans = findQuantities(`${note} ${stated} ${computed}`).filter((span) => span.role === 'quantity');
  return spans.flatMap((span) => {
    const source = support.find(({ quote }) =>
      findQuantities(quote).some(
        (one) => one.role === 'quantity' && (sameQuantity(one, span) || one.value === span.value),
      ),
    );
    return source ? [{ span, source }] : [];
  });
}

function calculationOf(
  { kind, note, computed }: Finding,
  n: number,
  inputs: readonly { span: QuantitySpan }[],
): Calculation {
  const result = parseQuantity(computed.replace(/^\d{4}年/, ''));
  return {
    n,
    operation: `audit_${kind}`,
    formula: note,
    inputs: inputs.map(({ span: { raw, value, unit } }) => ({
      name: raw,
      value,
      unit,
      year: null,
      source: 'citation',
      citation: null,
    })),
    result: { value: result?.value ?? 0, unit: result?.unit ?? '' },
  };
}
