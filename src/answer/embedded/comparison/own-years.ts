import { foldText } from '../../../models/cut-words.js';
import { findPeriods } from '../../../quantity/periods.js';
import type { Plan } from '../../../records.js';
import type { Understanding } from '../../understand/understand.js';
import type { Member } from './members.js';

/**
 * The year that a question says beside each of those compared (甲市2025年和乙县2030年, A in 2025 and B in 2030);
 * none where it does not say one of its own for every one of them.
 */
export function ownYears(
  members: readonly Member[],
  { question, planNames }: Understanding,
  plans: ReadonlyMap<string, Plan>,
): ReadonlyMap<Member, number> {
  const text = foldText(question);
  const places = members.map((member) => ({ member, at: placeOf(member, text, planNames, plans) }));
  const ordered = places.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at);
  const years = ordered.flatMap(({ member, at }, index) => {
    const own = findPeriods(text.slice(at, ordered[index + 1]?.at));
    const [year] = [...new Set(own.map(({ to }) => to))];
    return own.length > 0 && year !== undefined ? [[member, year] as const] : [];
  });
  const isOfEach = years.length === members.length && new Set(years.map(([, year]) => year)).size > 1;
  return new Map(isOfEach ? years : []);
}

function placeOf(
  { planId, scope }: Member,
  text: string,
  planNames: readonly string[],
  plans: ReadonlyMap<string, Plan>,
): number {
  if (scope !== null) return text.indexOf(foldText(scope).replace(/[省市县区州盟旗]$/, ''));
  const plan = plans.get(planId);
  const known = foldText([plan?.title, plan?.region, ...(plan?.aliases ?? [])].join(' '));
  const named = planNames.map(foldText).filter((name) => known.includes(name));
  const found = named.map((name) => text.indexOf(name)).filter((at) => at >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
}
