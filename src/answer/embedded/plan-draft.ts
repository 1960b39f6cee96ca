import { queryTerms } from '../../retrieve/query-terms.js';
import { type Draft, emptyDraft } from '../draft.js';
import { quotedClaim } from '../quoted-claim.js';
import { resolveLength } from '../understand/resolve-length.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { condense, inTurn, type Point, pointsOf } from './section-points.js';

const usualBudget = 1_000;
const mostPoints = 12;
/** Characters that a point needs to say anything. */
const pointBudget = 70;

/** True when a summary is asked of a plan as a whole: the question names a plan and no matter in it. */
export function asksForWholePlan({
  kind,
  plans,
  ambiguousPlans,
  phrases,
  parts,
  background,
}: Understanding): boolean {
  return (
    kind === 'summary' &&
    plans.length === 1 &&
    !ambiguousPlans &&
    parts.length === 0 &&
    queryTerms(phrases).every(({ word }) => background.includes(word))
  );
}

/** A plan in points: of each of its parts in turn the opening of a section, as many as the length allows. */
export function planDraft(frame: Understanding, { neighbours }: Evidence): Draft | undefined {
  const points = openings(pointsOf(neighbours.filter(({ planId }) => planId === frame.plans[0])));
  if (points.length === 0) return undefined;
  const length = resolveLength(frame.question);
  const budget =
    length?.characters ?? (length?.points === undefined ? usualBudget : length.points * pointBudget);
  const most = length?.points ?? Math.min(mostPoints, Math.max(2, Math.round(budget / pointBudget)));
  const chosen = condense(
    inTurn(points, most, ({ path }) => path[0] ?? ''),
    budget,
  );
  const claims = chosen.map(({ text, passage }) => quotedClaim(text, passage));
  return emptyDraft({ claims, layout: claims.length > 1 ? 'bullets' : 'sentences' });
}

/** The first point of each section; what stands before the first heading is the plan's cover. */
function openings(points: readonly Point[]): Point[] {
  const seen = new Set<string>();
  return points.filter(({ path }) => {
    const key = path.join('\n');
    return path.length > 0 && !seen.has(key) && seen.add(key);
  });
}
