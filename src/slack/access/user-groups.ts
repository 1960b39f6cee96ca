import type { Logger } from 'pino';
import type { Clients } from '../connection/clients.js';
import { describeError } from '../describe-error.js';
import type { IsMember } from './sight.js';

/** Somebody who leaves a group keeps its plans in sight for so long. */
const freshMs = 5 * 60_000;
/** Where Slack did not say, it is asked again after this, not for every question. */
const failedMs = 15_000;
const groupLimit = 1_000;

interface LookUp {
  members: Promise<ReadonlySet<string>>;
  goodUntil: number;
}

/**
 * Looks members of Slack's user groups up (scope `usergroups:read`). Where Slack does not say, nobody
 * is a member: a failing look-up never shows anybody more than they may see.
 */
export function createIsMember({
  clients,
  log,
  now = Date.now,
}: {
  clients: Clients;
  log: Logger;
  now?: () => number;
}): IsMember {
  const known = new Map<string, LookUp>();
  const look = async (team: string, usergroup: string, lookUp: LookUp): Promise<ReadonlySet<string>> => {
    try {
      const { client } = await clients(team);
      const { users = [] } = await client.usergroups.users.list({ usergroup });
      return new Set(users);
    } catch (error) {
      log.warn({ team, usergroup, error: describeError(error) }, 'members of a user group are not to be had');
      lookUp.goodUntil = now() + failedMs;
      return new Set();
    }
  };
  return async ({ team, user, usergroup }) => {
    const key = `${team}:${usergroup}`;
    const earlier = known.get(key);
    if (earlier !== undefined && now() < earlier.goodUntil) return (await earlier.members).has(user);
    if (known.size >= groupLimit) known.clear();
    const lookUp: LookUp = { members: Promise.resolve(new Set()), goodUntil: now() + freshMs };
    lookUp.members = look(team, usergroup, lookUp);
    known.set(key, lookUp);
    return (await lookUp.members).has(user);
  };
}
