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
  return [...new Set([...found, ...numberedIn(foldText(frame.phrases[0] ?? ''))])];
}

/** 2号线, 三期工程: one of several that a number tells apart. */
function numberedIn(text: string): string[] {
  return text.replace(/\s+/g, '').match(numbered) ?? [];
}

const numbered =
  /(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:号线|号地块|号楼|号机组|期(?=工程|项目|建设|[总的]?投资))/g;

/** Places named beside the plan, or instead of it: their figures are asked for, not the plan's own. */
export function placesIn(frame: Understanding): string[] {
  return [...(frame.scope === null ? [] : [frame.scope]), ...frame.unknownPlaces].map(foldText);
}

/** Whether a row is about what is asked: one of the places, and each of the zones and bodies. */
export function isAbout(row: Indicator, entities: readonly string[], places: readonly string[]): boolean {
  const own = foldText([row.scope ?? '', row.name, row.source === 'prose' ? row.quote : ''].join(' '));
  if (places.length > 0 && !places.some((place) => own.includes(place))) return false;
  const text = foldText([row.scope ?? '', row.name, row.quote, ...row.sectionPath].join(' '));
  return entities.every((entity) => mentionsEntity(text, entity));
}

/** By its name, or by the name that it is short for (聂当园: 聂当工业园). */
export function mentionsEntity(text: string, entity: string): boolean {
  if (text.includes(entity)) return true;
  if (!/^[一-鿿]{3,}$/.test(entity) || entity.search(numbered) >= 0) return false;
  return new RegExp(`${entity.slice(0, -1)}[一-鿿]{1,4}${entity.slice(-1)}`).test(text);
}
