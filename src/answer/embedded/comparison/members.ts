import { foldText } from '../../../models/cut-words.js';
import { sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
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
const shortestEnding = 4;

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
  const isNamed = frame.planNames.length > 0 || frame.plans.length > 1;
  const own = isNamed && !isOnlyWhere(frame, places.length) ? frame.plans : [];
  const members = [...places, ...own.map((planId) => ({ planId, scope: null }))];
  return members.length > 1 ? members : [];
}

/** 甲市东城区和西城区: the plan's name only says where its places are, unless it stands in the row itself. */
function isOnlyWhere({ question, planNames, plans }: Understanding, places: number): boolean {
  if (plans.length > 1 || places < 2) return false;
  const text = foldText(question);
  return !planNames.some((name) => {
    const at = text.indexOf(foldText(name));
    return at >= 0 && (joins.test(text.slice(0, at)) || joined.test(text.slice(at + name.length)));
  });
}

const joins = /(?:和|与|跟|同|比|及|、|还是|vs\.?|and|than)\s*$/;
const joined = /^(?:全?[省市县区州])?(?:自己|本身)?\s*(?:和|与|跟|同|比(?!重|例)|及|、|还是|vs|and)/;

/** What each of the members has of the indicator that the question names, in the members' order. */
export function memberMatches(
  members: readonly Member[],
  { indicators, collection }: Pick<Evidence, 'indicators' | 'collection'>,
): { member: Member; match: IndicatorMatch | undefined }[] {
  const of = ({ planId, scope }: Member) =>
    indicators.filter((match) => match.planId === planId && match.scope === scope);
  const [best] = members
    .flatMap(of)
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score);
  if (!best) return [];
  const like = (match: IndicatorMatch) =>
    namesOf(match).some((name) => namesOf(best).some((one) => name === one || endsOn(name, one)));
  return members.map((member) => ({
    member,
    match:
      of(member).find((match) => match.score >= likeScore && like(match)) ??
      of(member).find((match) => match.score >= alikeScore && isAlike(match, best)) ??
      rowsLike(member, best, collection),
  }));
}

/** Figures of a member that its plan calls by a longer name, which the search does not bring. */
function rowsLike(
  { planId, scope }: Member,
  best: IndicatorMatch,
  collection: readonly Indicator[],
): IndicatorMatch | undefined {
  const [first] = best.rows;
  const rows = collection.filter(
    (row) =>
      first !== undefined &&
      row.planId === planId &&
      (row.ownScope ? null : row.scope) === scope &&
      row.value !== null &&
      row.measure === first.measure &&
      sameKind(row.unit, first.unit) &&
      namesOf(best).some((name) => endsOn(coreName(row.name), name)),
  );
  const [name] = rows.map((row) => row.name);
  return name === undefined
    ? undefined
    : { ...best, planId, scope, name, rows: rows.filter((row) => row.name === name) };
}

/** 培育某某研究机构和科技企业 ends on 科技企业: what the other plan counts alone. */
function endsOn(name: string, other: string): boolean {
  return other.length >= shortestEnding && name.endsWith(other);
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
