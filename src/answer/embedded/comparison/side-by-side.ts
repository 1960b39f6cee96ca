import { type Draft, type DraftClaim, emptyDraft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';
import { pointsDraft } from '../extract-drafts.js';
import { fillTemplate } from '../fill-template.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { placeOf } from '../name-indicator.js';
import { treatmentDraft } from '../treatment-draft.js';

/** Characters of claims for all plans together. */
const budget = 1_100;
const fewestCharacters = 240;
/** A whole sentence may go a little beyond what its plan has. */
const overBudget = 1.15;

/** What each plan says of a matter in its own words, plan by plan; undefined unless every one of them treats it. */
export function sideBySide(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const share = Math.max(fewestCharacters, Math.floor(budget / frame.plans.length));
  const parts = frame.plans.map((planId) => {
    const own = ofPlan(evidence, planId);
    const label = withCity(
      placeOf({ ownScope: true, scope: null }, setting.plans.get(planId)),
      setting,
      planId,
    );
    const claims = saidOf({ ...frame, plans: [planId] }, own, share);
    return claims.map((claim) => ({ ...claim, label }));
  });
  if (parts.length < 2 || parts.some((claims) => claims.length === 0)) return undefined;
  const lead = fillTemplate(frame.language, 'eachPlan');
  return emptyDraft({ claims: parts.flat(), lead, layout: 'bullets' });
}

/** What the plan says of the matter, or the points nearest to it. */
function saidOf(frame: Understanding, own: Evidence, share: number): DraftClaim[] {
  const draft = treatmentDraft(frame, own, share) ?? pointsDraft(frame, own, share);
  return within(draft?.claims ?? [], share * overBudget);
}

/** A zone goes by a name that other cities have too: the city that its plan's title opens with stands before it. */
function withCity(place: string, { plans }: ClaimSetting, planId: string): string {
  const city = /^\p{Script=Han}{2,4}?[市县州盟]/u.exec(plans.get(planId)?.title ?? '')?.[0];
  return city === undefined || place.includes(city.slice(0, 2)) ? place : `${city}${place}`;
}

function ofPlan(evidence: Evidence, planId: string): Evidence {
  return {
    ...evidence,
    hits: evidence.hits.filter((hit) => hit.passage.planId === planId),
    neighbours: evidence.neighbours.filter((passage) => passage.planId === planId),
  };
}

/** Whole claims up to a length; the first in any case. */
function within(claims: readonly DraftClaim[], characters: number): DraftClaim[] {
  let used = 0;
  return claims.filter(({ text }, at) => {
    used += text.length;
    return at === 0 || used <= characters;
  });
}
