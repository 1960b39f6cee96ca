import { type Draft, emptyDraft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';
import { cellUnder, type TableRow } from '../table-rows.js';
import { dutyClaims } from './duty-claims.js';
import { type FoundDuty, findDuties } from './find-duties.js';
import { isBodiesColumn } from './read-duties.js';

/** A duty must be met by this share of what the question says, by weight of its words. */
const leastScore = 0.4;
/** Duties met nearly as well as the best, in another plan, are as likely meant. */
const nearBest = 0.75;
/** Of a plan that the question does not name, the duty must be met this well. */
const sureScore = 0.6;
const supports = /配合|协助|协同|协办|参与|参加|\bsupport|\bassist/i;
/** 牵头单位：… has its bodies behind a role. */
const roleMark = /(?:单位|部门|主体)\s*[:：]/g;

/** Who is responsible for what is asked, from whatever place of the plan says so; undefined where none does. */
export function dutyDraft(
  frame: Understanding,
  evidence: Evidence,
  title: (planId: string) => string,
): Draft | undefined {
  const found = dutiesFound(frame, evidence);
  const best = bestByPlan(found);
  const meant = frame.plans.length > 1 ? best : best.slice(0, 1);
  const chosen = supports.test(frame.question) ? meant.map((one) => withSupport(one, found)) : meant;
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

/**
 * A table's one column of bodies may name the leading body alone: where the question asks who supports it too,
 * a text of the same plan that names that body and others by their roles says more.
 */
function withSupport(duty: FoundDuty, found: readonly FoundDuty[]): FoundDuty {
  if (duty.row === undefined || supports.test(`${duty.row.header.join(' ')} ${duty.bodies}`)) return duty;
  const named = bodiesOf(duty.row);
  const fuller = found.find(
    ({ form, passage, bodies, score }) =>
      form === 'noted' &&
      passage.planId === duty.passage.planId &&
      score >= duty.score * nearBest &&
      named.length > 0 &&
      named.every((one) => bodies.includes(one)) &&
      (bodies.match(roleMark) ?? []).length > 1,
  );
  return fuller ?? duty;
}

function bodiesOf(row: TableRow): string[] {
  const at = row.header.findIndex(isBodiesColumn);
  return cellUnder(row, at)
    .split(/[、，,；;\s]+/)
    .filter((one) => one !== '');
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
