import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';

/** Puts the answers to several questions one after the other; what two of them both say stands once. */
export function mergeDrafts(drafts: readonly Draft[]): Draft {
  const merged = drafts.reduce<Draft>((sum, draft) => {
    const notes = [sum.note, draft.note].filter((note) => note !== undefined);
    const claims = draft.claims.map((claim) => renumbered(claim, sum.calculations.length));
    return emptyDraft({
      claims: [...sum.claims, ...claims.filter((claim) => !says(sum.claims, claim))],
      values: [...sum.values, ...draft.values.filter((row) => !sum.values.includes(row))],
      calculations: [
        ...sum.calculations,
        ...draft.calculations.map((one) => ({ ...one, n: one.n + sum.calculations.length })),
      ],
      sources: new Map([
        ...(sum.sources ?? []),
        ...[...(draft.sources ?? [])].map(([n, at]) => [n + sum.calculations.length, at] as const),
      ]),
      followups: [...new Set([...sum.followups, ...draft.followups])],
      ...(notes.length > 0 ? { note: notes.join('\n') } : {}),
    });
  }, emptyDraft({}));
  return { ...merged, layout: merged.claims.length > 1 ? 'bullets' : 'sentences' };
}

/** Calculations of a later draft are numbered after those of the ones before. */
function renumbered(claim: DraftClaim, offset: number): DraftClaim {
  return { ...claim, calculations: claim.calculations.map((n) => n + offset) };
}

function says(claims: readonly DraftClaim[], { text }: DraftClaim): boolean {
  return claims.some((claim) => claim.text.includes(text));
}
