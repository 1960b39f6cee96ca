import { sameKind } from '../../../quantity/units.js';
import type { IndicatorMatch } from '../../../retrieve/find-indicators.js';
import { coreName } from '../../../retrieve/indicator-index.js';
import type { Understanding } from '../../understand/understand.js';
import { scopesIn } from '../calculation/operand-searches.js';
import { heldShare } from '../entries/named-entries.js';
import type { Evidence } from '../evidence.js';

/** One of those compared: a plan's own figures, or those of another place in a plan. */
export interface Member {
  planId: string;
  scope: string | null;
}

const leastScore = 0.4;
/** The same indicator may be named less like the question in another plan. */
const likeScore = 0.3;
/** … and what is counted more or less widely must be met better. */
const alikeScore = 0.45;
const leastAlike = 0.75;
const sameEnding = 2;

/** The plans, or the places within a plan, that a question sets side by side; empty where it names no two. */
export function comparedMembers(frame: Understanding, { collection }: Evidence): Member[] {
  const others = collection.filter(({ ownScope, scope }) => !ownScope && scope !== null);
  const scopes = scopesIn(frame.phrases[0] ?? frame.question, [
    ...new Set(others.flatMap(({ scope }) => scope ?? [])),
  ]);
  const places = scopes.flatMap((scope) => {
    const row = others.find((one) => one.scope === scope);
    return row ? [{ planId: row.planId, scope }] : [];
  });
  const own = frame.planNames.length > 0 || frame.plans.length > 1 ? frame.plans : [];
  const members = [...places, ...own.map((planId) => ({ planId, scope: null }))];
  return members.length > 1 ? members : [];
}

/** What each of the members has of the indicator that the question names, in the members' order. */
export function memberMatches(
  members: readonly Member[],
  { indicators }: Evidence,
): { member: Member; match: IndicatorMatch | undefined }[] {
  const of = ({ planId, scope }: Member) =>
    indicators.filter((match) => match.planId === planId && match.scope === scope);
  const [best] = members
    .flatMap(of)
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score);
  if (!best) return [];
  const like = (match: IndicatorMatch) => namesOf(match).some((name) => namesOf(best).includes(name));
  return members.map((member) => ({
    member,
    match:
      of(member).find((match) => match.score >= likeScore && like(match)) ??
      of(member).find((match) => match.score >= alikeScore && isAlike(match, best)),
  }));
}

/** 农村居民人均可支配收入 beside 全体居民人均可支配收入: one measure of one thing, counted more or less widely. */
function isAlike(match: IndicatorMatch, best: IndicatorMatch): boolean {
  const [own, other] = [match.rows[0], best.rows[0]];
  if (!own || !other || own.measure !== other.measure || !sameKind(own.unit, other.unit)) return false;
  return namesOf(match).some((name) =>
    namesOf(best).some((one) => {
      const [short, long] = name.length < one.length ? [name, one] : [one, name];
      return short.slice(-sameEnding) === long.slice(-sameEnding) && heldShare(short, long) >= leastAlike;
    }),
  );
}

function namesOf({ name, rows }: IndicatorMatch): string[] {
  return [name, ...rows.map(({ canonicalName }) => canonicalName)].map(coreName);
}
