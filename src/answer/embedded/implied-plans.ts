import type { IndicatorMatch } from '../../retrieve/find-indicators.js';
import type { Hit } from '../../store/open-store.js';
import type { Understanding } from '../understand/understand.js';
import { plansWithDuty } from './duties/duty-draft.js';
import { placesIn } from './entities.js';
import type { Evidence } from './evidence.js';

/** The plans that a question means without naming one, or by a name that several share. */
export interface PlansMeant {
  plans: string[];
  /** True where several have what is asked for: it is then given for each. */
  each: boolean;
}

/** An indicator is surely meant when its name is met this well. */
const firmScore = 0.6;
/** … or less well, where it says nearly all that is asked. */
const fairScore = 0.45;
const wholeShare = 0.8;
/** Without a name of a plan, so well, and in another plan hardly less. */
const sureScore = 0.85;
const leastBehind = 0.05;
/** Of more plans than these, asking back serves better. */
const mostPlans = 3;
/** One plan's best passage must beat every other plan's by this much to be taken as the one meant. */
const leastLead = 1.1;

const figureKinds: ReadonlySet<Understanding['kind']> = new Set(['target', 'fact']);

/** Finds which plans a question means that leaves it open; undefined where nothing tells. */
export function plansMeant(frame: Understanding, evidence: Evidence): PlansMeant | undefined {
  const { plans, ambiguousPlans, kind } = frame;
  if (plans.length > 0 && !ambiguousPlans) return undefined;
  if (kind === 'responsibility') {
    const owners = plansWithDuty(frame, evidence);
    if (owners.length > 0) return meant(ambiguousPlans ? owners : owners.slice(0, 1));
  }
  if (ambiguousPlans || figureKinds.has(kind)) {
    const owners = ambiguousPlans
      ? ownersOf(evidence.indicators.filter(isMeant))
      : placesIn(frame).length > 0
        ? []
        : sureOwners(frame, evidence.indicators);
    if (owners.length === 1 || (owners.length > 1 && figureKinds.has(kind))) return meant(owners);
  }
  const implied = impliedPlan(evidence.hits);
  return implied === undefined ? undefined : meant([implied]);
}

function isMeant({ score, share }: IndicatorMatch): boolean {
  return score >= firmScore || (score >= fairScore && share >= wholeShare);
}

function meant(plans: string[]): PlansMeant | undefined {
  return plans.length > mostPlans ? undefined : { plans, each: plans.length > 1 };
}

function ownersOf(matches: readonly IndicatorMatch[]): string[] {
  return [...new Set(matches.map(({ planId }) => planId))];
}

/** Plans that have the very indicator asked for, of the year asked for; none where only one does. */
function sureOwners({ years }: Understanding, matches: readonly IndicatorMatch[]): string[] {
  const [best] = matches;
  if (!best || best.score < sureScore) return [];
  const name = best.rows[0]?.canonicalName;
  const owners = ownersOf(
    matches.filter(
      ({ score, rows }) =>
        score >= best.score - leastBehind &&
        rows.some(
          (row) => row.canonicalName === name && (years.length === 0 || years.includes(row.year ?? 0)),
        ),
    ),
  );
  return owners.length > 1 ? owners : [];
}

/** The one plan whose passages answer a question clearly best. */
function impliedPlan(hits: readonly Hit[]): string | undefined {
  const [best] = hits;
  if (!best) return undefined;
  const other = hits.find((hit) => hit.passage.planId !== best.passage.planId);
  return !other || best.score >= other.score * leastLead ? best.passage.planId : undefined;
}
