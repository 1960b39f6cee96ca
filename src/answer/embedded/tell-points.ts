import { type Draft, emptyDraft } from '../draft.js';
import { quotedClaim } from '../quoted-claim.js';
import { type AskedLength, resolveLength } from '../understand/resolve-length.js';
import { condense, inSentences, inTurn, type Point } from './section-points.js';

/** Characters of a summary where the question asks for no length, and of a point where it asks for points. */
const usualBudget = 1_000;
const pointBudget = 100;
const mostPoints = 12;
/** Fewer paragraphs are told sentence by sentence. */
const fewPoints = 4;

/**
 * The points of one or several matters as claims, as many and as long as the question wants, each matter having its
 * share; undefined where there are none.
 */
export function tellPoints(
  matters: readonly (readonly Point[])[],
  question: string,
  budget?: number,
): Draft | undefined {
  const length = resolveLength(question);
  const share = 1 / matters.length;
  const most = Math.max(1, Math.ceil((length?.points ?? mostPoints) * share));
  const told = matters.flatMap((points) => {
    const parts = points.length < Math.min(fewPoints, most) ? inSentences(points) : points;
    const chosen = inTurn(parts, most, ({ path }) => path.join('\n'));
    return condense(chosen, (budget ?? budgetOf(length)) * share);
  });
  const once = told.filter(({ text }, at) => !told.slice(0, at).some((before) => before.text.includes(text)));
  if (once.length === 0) return undefined;
  return emptyDraft({
    claims: once.map(({ text, passage }) => quotedClaim(text, passage)),
    layout: once.length > 1 ? 'bullets' : 'sentences',
  });
}

function budgetOf(length: AskedLength | undefined): number {
  if (length?.characters !== undefined) return length.characters;
  return length?.points === undefined ? usualBudget : length.points * pointBudget;
}
