import type { Logger } from 'pino';
import type { Language } from '../records.js';
import type { Clients } from './connection/clients.js';
import { describeError } from './describe-error.js';

/** What Slack says of somebody. */
export interface Person {
  /** In which language that person has Slack; Chinese where Slack does not say. */
  language: Language;
  /** The workspace and the organisation that the person belongs to. */
  team?: string | undefined;
  enterprise?: string | undefined;
}

/** Finds somebody in Slack (scope `users:read`). Never throws. */
export type FindPerson = (person: { team: string; user: string }) => Promise<Person>;

/** Who changes the language sees it after this time. */
const freshMs = 60 * 60_000;
const personLimit = 5_000;

/** Creates the look-up of people; one call serves what is asked of a person for an hour. */
export function createFindPerson({
  clients,
  log,
  now = Date.now,
}: {
  clients: Clients;
  log: Logger;
  now?: () => number;
}): FindPerson {
  const known = new Map<string, { person: Promise<Person>; askedAt: number }>();
  const look = async (team: string, user: string): Promise<Person> => {
    try {
      const { client } = await clients(team);
      const { user: found } = await client.users.info({ user, include_locale: true });
      return {
        language: found?.locale === undefined || found.locale.startsWith('zh') ? 'zh' : 'en',
        team: found?.team_id,
        enterprise: found?.enterprise_user?.enterprise_id,
      };
    } catch (error) {
      log.warn({ team, error: describeError(error) }, 'what Slack knows of a person is not to be had');
      return { language: 'zh' };
    }
  };
  return ({ team, user }) => {
    const key = `${team}:${user}`;
    const earlier = known.get(key);
    if (earlier !== undefined && now() - earlier.askedAt < freshMs) return earlier.person;
    if (known.size >= personLimit) known.clear();
    const person = look(team, user);
    known.set(key, { person, askedAt: now() });
    return person;
  };
}
