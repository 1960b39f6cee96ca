import type { Calculation, Indicator } from '../../records.js';
import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';
import { namesRow } from '../verify/names-row.js';
import type { MadeCalculation, Run } from './run.js';

/** Claims beyond this many are set as a list. */
const fewClaims = 2;

/** What stands of the model's claims, as a draft: calculations numbered from 1 in the order of their use. */
export function draftOfRun(run: Run): Draft {
  const used = [...new Set(run.accepted.flatMap((claim) => claim.calculations))];
  const numbers = new Map(used.map((n, at) => [n, at + 1]));
  const claims = run.accepted.map((claim) => ({
    ...claim,
    calculations: claim.calculations.flatMap((n) => numbers.get(n) ?? []),
  }));
  const citations = citationNumbers(claims);
  const calculations = run.calculations.flatMap((made) => {
    const n = numbers.get(made.n);
    return n === undefined ? [] : [calculationOf(made, n, citations)];
  });
  return emptyDraft({
    status: statusOf(run),
    claims,
    values: valuesOf(claims, run),
    calculations: calculations.sort((a, b) => a.n - b.n),
    layout: claims.length > fewClaims ? 'bullets' : 'sentences',
  });
}

/** The figures asked for: rows of what the question names, or all where it names none of them. */
function valuesOf(claims: readonly DraftClaim[], { asked, kind }: Run): Indicator[] {
  if (kind === 'calculation' || claims.some(({ calculations }) => calculations.length > 0)) return [];
  const rows = [...new Set(claims.flatMap(({ indicators }) => indicators))];
  const named = rows.filter((row) => namesRow(asked, row));
  return named.length > 0 ? named : rows;
}

/** Partial until the model has said that it is done and nothing that it last handed in was dropped. */
function statusOf(run: Run): Draft['status'] {
  return run.finished && run.status === 'answered' ? 'answered' : 'partial';
}

/** The number that each citation gets, as rendering counts them: in the order of the claims. */
function citationNumbers(claims: readonly DraftClaim[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { passage, quote } of claims.flatMap((claim) => claim.support)) {
    const place = `${passage.passageId}\n${quote}`;
    if (!numbers.has(place)) numbers.set(place, numbers.size + 1);
  }
  return numbers;
}

function calculationOf(
  { outcome, sources }: MadeCalculation,
  n: number,
  citations: ReadonlyMap<string, number>,
): Calculation {
  const { operation, formula, inputs, result } = outcome;
  const cited = new Map(
    sources.map(({ n, support }) => [n, citations.get(`${support.passage.passageId}\n${support.quote}`)]),
  );
  return {
    n,
    operation,
    formula,
    result,
    inputs: inputs.map((input) => ({
      ...input,
      citation: input.citation === null ? null : (cited.get(input.citation) ?? null),
    })),
  };
}
