import type { Logger } from 'pino';
import type { Language } from '../records.js';
import type { Clients } from './connection/clients.js';
import { describeError } from './describe-error.js';

/** In which language somebody has Slack: that of buttons, menus and Home. Answers are in the question's. */
export type InterfaceLanguage = (person: { team: string; user: string }) => Promise<Language>;

/** Who changes the language sees it after this time. */
const freshMs = 60 * 60_000;
const personLimit = 5_000;

/** Looks the language up in Slack (scope `users:read`); Chinese where Slack does not say. */
export function createInterfaceLanguage({
  clients,
  log,
  now = Date.now,
}: {
  clients: Clients;
  log: Logger;
  now?: () => number;
}): InterfaceLanguage {
  const known = new Map<string, { language: Promise<Language>; askedAt: number }>();
  const look = async (team: string, user: string): Promise<Language> => {
    try {
      const { client } = await clients(team);
      const { user: person } = await client.users.info({ user, include_locale: true });
      return person?.locale === undefined || person.locale.startsWith('zh') ? 'zh' : 'en';
    } catch (error) {
      log.warn({ team, error: describeError(error) }, 'the language of a person is not to be had');
      return 'zh';
    }
  };
  return ({ team, user }) => {
    const key = `${team}:${user}`;
    const earlier = known.get(key);
    if (earlier !== undefined && now() - earlier.askedAt < freshMs) return earlier.language;
    if (known.size >= personLimit) known.clear();
    const language = look(team, user);
    known.set(key, { language, askedAt: now() });
    return language;
  };
}
