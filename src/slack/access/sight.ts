import type { Access } from './access-file.js';
import { matchesPlan } from './matches-plan.js';

/** Somebody who asks or looks at something, and where that would be seen. */
export interface Onlooker {
  team: string;
  user: string;
  /** Absent where there is none: Home, a form. */
  channel?: string | undefined;
  /** True where nobody else sees it: a direct message, Home, a form, an answer "only visible to you". */
  private: boolean;
}

/** Ids of the plans that may be shown there. Whatever is outside is neither cited, counted nor hinted at. */
export type Sight = ReadonlySet<string>;

/** Says which plans may be shown to whom, as things stand now; ask again before a private answer is shared. */
export type SightFor = (onlooker: Onlooker) => Promise<Sight>;

/** True for a member of one of Slack's user groups; false where Slack does not say. */
export type IsMember = (person: { team: string; user: string; usergroup: string }) => Promise<boolean>;

/**
 * Makes the function that finds out what may be shown. In a channel that is the channel's set, or
 * everyone's where the channel has none. Where only the person sees it, it is everyone's and that of
 * each group that the person is in.
 */
export function createSightFor({
  access,
  planIds,
  isMember,
}: {
  access: Access;
  planIds: () => Promise<readonly string[]>;
  isMember: IsMember;
}): SightFor {
  return async (onlooker) => {
    const all = await planIds();
    if (access.plans === undefined) return new Set(all);
    const patterns = onlooker.private
      ? await patternsOfPerson(access.plans, onlooker, isMember)
      : (access.plans.channels[onlooker.channel ?? ''] ?? access.plans.everyone);
    return new Set(all.filter((id) => patterns.some((pattern) => matchesPlan(pattern, id))));
  };
}

type PlanAccess = NonNullable<Access['plans']>;

async function patternsOfPerson(
  { everyone, groups }: PlanAccess,
  onlooker: Onlooker,
  isMember: IsMember,
): Promise<string[]> {
  const sets = [everyone];
  for (const group of Object.values(groups)) {
    if (await belongsTo(group, onlooker, isMember)) sets.push(group.plans);
  }
  return sets.flat();
}

async function belongsTo(
  { people = [], usergroups = [] }: PlanAccess['groups'][string],
  { team, user }: Onlooker,
  isMember: IsMember,
): Promise<boolean> {
  if (people.includes(user)) return true;
  for (const usergroup of usergroups) if (await isMember({ team, user, usergroup })) return true;
  return false;
}
