import type { PlanFrame } from '../plan-frame.js';
import { type Scope, scopeOfEntity } from '../scope.js';
import words from '../scope-words.json' with { type: 'json' };
import { bareLead } from './phrase.js';
import type { Mention } from './sentence.js';
import { isPlaceScope, takeScope } from './subject.js';

/** What numbers an item or sets it off. */
export const itemMark = /^(?:>\s*)?(?:[（(]?[\d一二三四五六七八九十]+[）)．.、]|[①-⑳]|[·●■◆▪-])\s*/;
const titled = /^([^，。；：:\d]{3,24})[：:]/;
const siteEnd = new RegExp(`${words.sites}$`);
const sectionNumber =
  /^(?:第[\d一二三四五六七八九十百]+[篇章节]|[（(]?[\d一二三四五六七八九十.]+[）)、.．]?)\s*/;
const placeEnd = /^.{2,6}[省市县区州旗镇乡]$/;
const areaEnd = new RegExp(`${words.units}$`);
const notPlace = new RegExp(words.notPlace);
const siteWord = new RegExp(`^${words.siteWords}`);
const siteInside = new RegExp(`[一-鿿A-Za-z]{2,14}?${words.sites}`, 'g');
const notUnits = new RegExp(`^.*(?:${words.notUnits}|推动|促进|提升|引导)`);
const beforePlace = new RegExp(`^.*(?:${words.comparedWith.join('|')})`);
const titleNumber = /^(?:专栏|表|附件|附表)?\s*[\d一二三四五六七八九十]*[、.．）)]?\s*/;

/** The place that a section about the past is titled with (佛山市的经验); a title of tasks names no owner. */
export function scopeOfTitles(path: readonly string[], frame: PlanFrame): Scope | undefined {
  for (const title of [...path].reverse()) {
    const { scope, rest } = takeScope(title.replace(titleNumber, ''), frame);
    if (scope?.ownScope) return undefined;
    if (scope && isPlaceScope(scope) && !/^[、和与及]/.test(rest)) return scope;
  }
  return undefined;
}

/** A section that is titled with a place, a district or a park and nothing else (（三）东岭县) is about that alone. */
export function scopeOfPlaceTitle(path: readonly string[], frame: PlanFrame): Scope | undefined {
  const name = (path.at(-1) ?? '').replace(sectionNumber, '').trim();
  if (!/^[一-鿿]{3,12}$/.test(name) || notPlace.test(name) || frame.ownNames.has(name)) return undefined;
  return [siteEnd, areaEnd, placeEnd].some((end) => end.test(name)) ? scopeOfEntity(name, frame) : undefined;
}

/** A paragraph that opens with the name of a site or project and a colon is about that alone. */
export function scopeOfItem(text: string, frame: PlanFrame): Scope | undefined {
  const name = titled.exec(text.replace(itemMark, ''))?.[1]?.trim();
  return name && siteEnd.test(name) ? scopeOfEntity(name, frame) : undefined;
}

/** 东岭县（冷库库容35万立方米）: what stands in a bracket is of the place before it. */
export function scopeOfBracket(text: string, mention: Mention, frame: PlanFrame): Scope | undefined {
  if (!mention.inBracket) return undefined;
  const open = Math.max(
    text.lastIndexOf('（', mention.span.start),
    text.lastIndexOf('(', mention.span.start),
  );
  const holder = /[^，。；：、）]*$/.exec(text.slice(0, open))?.[0] ?? '';
  const introduced = holder.trim().replace(beforePlace, '');
  if (introduced !== holder.trim() && introduced.length >= 3) return scopeOfEntity(introduced, frame);
  const { scope, rest } = takeScope(holder.trim(), frame);
  return scope && isPlaceScope(scope) && rest.length <= 4 ? scope : undefined;
}

/** 支持新材料产业园扩区，园区产值达到…: a site that is spoken of on is the one named before. */
export function scopeOfSite(name: string, before: string, frame: PlanFrame): Scope | undefined {
  if (!siteWord.test(name)) return undefined;
  const sites = [...before.matchAll(siteInside)].map((match) => bareLead(match[0].replace(notUnits, '')));
  const site = sites.findLast((one) => one.length >= 4);
  return site === undefined ? undefined : scopeOfEntity(site, frame);
}
