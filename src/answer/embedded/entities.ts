import { cutWords, foldText } from '../../models/cut-words.js';
import type { Indicator } from '../../records.js';
import type { Understanding } from '../understand/understand.js';
import words from './entity-words.json' with { type: 'json' };

const ending = new RegExp(`(?:${words.endings.join('|')})$`);
const general = new Set(words.general);

/** Things smaller than a plan's subject that a question is about: a zone, a town, a bank, a fund. */
export function entitiesIn(frame: Understanding): string[] {
  const found = cutWords(frame.phrases[0] ?? '').filter(
    (word) => word.length >= 3 && ending.test(word) && !general.has(word) && !frame.planNames.includes(word),
  );
  const scope = frame.scope === null ? [] : [foldText(frame.scope)];
  return [...new Set([...found, ...scope])];
}

/** Whether a row is about the entities asked for: its scope, name, words or place in the plan names each. */
export function isAbout(row: Indicator, entities: readonly string[]): boolean {
  const text = foldText([row.scope ?? '', row.name, row.quote, ...row.sectionPath].join(' '));
  return entities.every((entity) => text.includes(entity));
}
