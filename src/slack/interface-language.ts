import type { Language } from '../records.js';
import type { FindPerson } from './people.js';

/** In which language somebody has Slack: that of buttons, menus and Home. Answers are in the question's. */
export type InterfaceLanguage = (person: { team: string; user: string }) => Promise<Language>;

export function createInterfaceLanguage(findPerson: FindPerson): InterfaceLanguage {
  return async (person) => (await findPerson(person)).language;
}
