import type { Logger } from 'pino';
import type { Clients } from '../connection/clients.js';
import { describeError } from '../describe-error.js';
import type { IsMember } from './sight.js';

/** Somebody who leaves a group keeps its plans in sight for so long. */
const freshMs = 5 * 60_000;
const groupLimit = 1_000;

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
  const known = new Map<string, { members: Promise<ReadonlySet<string>>; askedAt: number }>();
  const look = async (team: string, usergroup: string): Promise<ReadonlySet<string>> => {
    try {
      const { client } = await clients(team);
      const { users = [] } = await client.usergroups.users.list({ usergroup });
      return new Set(users);
    } catch (error) {
      log.warn({ team, usergroup, error: describeError(error) }, 'members of a user group are not to be had');
      return new Set();
    }
  };
  return async ({ team, user, usergroup }) => {
    const key = `${team}:${usergroup}`;
    const earlier = known.get(key);
    if (earlier !== undefined && now() - earlier.askedAt < freshMs) return (await earlier.members).has(user);
    const members = look(team, usergroup);
    if (known.size >= groupLimit) known.clear();
    known.set(key, { members, askedAt: now() });
    return (await members).has(user);
  };
}
