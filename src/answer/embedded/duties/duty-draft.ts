import { type Draft, emptyDraft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';
import { dutyClaims } from './duty-claims.js';
import { type FoundDuty, findDuties } from './find-duties.js';

/** A duty must be met by this share of what the question says, by weight of its words. */
const leastScore = 0.4;
/** Duties met nearly as well as the best, in another plan, are as likely meant. */
const nearBest = 0.75;
/** Of a plan that the question does not name, the duty must be met this well. */
const sureScore = 0.6;

/** Who is responsible for what is asked, from whatever place of the plan says so; undefined where none does. */
export function dutyDraft(
  frame: Understanding,
  evidence: Evidence,
  title: (planId: string) => string,
): Draft | undefined {
  const found = dutiesFound(frame, evidence);
  const best = bestByPlan(found);
  const chosen = frame.plans.length > 1 ? best : best.slice(0, 1);
  const claims = chosen
    .flatMap((one) => [one, ...besides(one, found)])
    .flatMap((duty) =>
      dutyClaims(duty, frame, evidence.collection).map((claim) =>
        chosen.length > 1 ? { ...claim, label: title(duty.passage.planId) } : claim,
      ),
    );
  if (claims.length === 0) return undefined;
  return emptyDraft({ claims, layout: claims.length > 1 ? 'bullets' : 'sentences' });
}

/** The plans that say who has what is asked: of plans that share a name, those that are meant. */
export function plansWithDuty(frame: Understanding, evidence: Evidence): string[] {
  return bestByPlan(dutiesFound(frame, evidence))
    .filter(({ score }) => score >= sureScore)
    .map(({ passage }) => passage.planId);
}

function dutiesFound(frame: Understanding, { neighbours, hits }: Evidence): FoundDuty[] {
  const read = new Map(
    [...neighbours, ...hits.map(({ passage }) => passage)].map((one) => [one.passageId, one]),
  );
  const passages = [...read.values()]
    .filter(({ planId }) => frame.plans.length === 0 || frame.plans.includes(planId))
    .sort((a, b) => a.planId.localeCompare(b.planId) || a.order - b.order);
  return findDuties(frame, passages);
}

function bestByPlan(found: readonly FoundDuty[]): FoundDuty[] {
  const least = Math.max(leastScore, (found[0]?.score ?? 0) * nearBest);
  return found.filter(
    ({ score, passage }, at) =>
      score >= least && found.findIndex((one) => one.passage.planId === passage.planId) === at,
  );
}

/** Who sits in the chair and where the office is may stand in two sentences of one paragraph. */
function besides(duty: FoundDuty, found: readonly FoundDuty[]): FoundDuty[] {
  if (duty.form !== 'sentence') return [];
  const said = new Set(duty.said);
  return found.filter((one) => {
    const isNear =
      one !== duty && one.form === 'sentence' && one.passage.passageId === duty.passage.passageId;
    const adds = [...one.said].some((word) => !said.has(word));
    if (isNear && adds) for (const word of one.said) said.add(word);
    return isNear && adds;
  });
}
