import { type Draft, emptyDraft } from '../../draft.js';
import type { MadeClaim } from './calculation-claim.js';

/** A draft of nothing but workings, numbered as they were made; several stand as a list. */
export function workingsDraft(made: readonly MadeClaim[], beside: Partial<Draft> = {}): Draft {
  return emptyDraft({
    claims: made.map(({ claim }) => claim),
    calculations: made.map(({ calculation }) => calculation),
    sources: new Map(made.map(({ calculation, sources }) => [calculation.n, sources])),
    layout: made.length > 1 ? 'bullets' : 'sentences',
    ...beside,
  });
}
