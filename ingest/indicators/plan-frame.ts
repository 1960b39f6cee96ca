import { findPeriods } from '../../src/quantity/periods.js';
import type { PlanHead } from '../plan-record.js';
import type { Section } from '../structure.js';
import words from './scope-words.json' with { type: 'json' };

/** What a plan's figures are read against: its years and the names that it has for itself. */
export interface PlanFrame {
  start: number | null;
  end: number | null;
  /** The last year before the plan begins. */
  base: number | null;
  region: string | null;
  /** Longest first. */
  ownNames: ReadonlySet<string>;
  /** 全市, 全区: how the plan says "all of ours". */
  ownWholes: ReadonlySet<string>;
  /** Places that the text speaks of, besides its own. */
  otherPlaces: readonly string[];
  /** The years that the plan calls its near and far term (近期, 远期). */
  stages: ReadonlyMap<string, number>;
}

const levels = words.levels;
const noPlace = new RegExp(`(?:${words.noPlaceStems.join('|')})[省市区县州旗]$`);

/** Reads from a plan's head which years are its own and which names mean itself. */
export function framePlan(head: PlanHead, sections: readonly Section[]): PlanFrame {
  const region = head.region?.replace(/\s/g, '') ?? null;
  const host = region ? hostOf(region, head.places) : undefined;
  const inner = region ? head.places.filter((place) => region.endsWith(place)) : [];
  const own = new Set([
    region,
    ...inner,
    host,
    ...head.aliases.filter((alias) => region && isSame(alias, region)),
  ]);
  const named = [...own].filter((name): name is string => name !== null && name !== undefined);
  const ownNames = new Set(named.sort((a, b) => b.length - a.length));
  const level = levels.find((one) => (host ?? region ?? '').endsWith(one));
  const period =
    head.periodStart === null ? periodOf(sections) : { from: head.periodStart, to: head.periodEnd };
  return {
    start: period?.from ?? null,
    end: period?.to ?? null,
    base: period === undefined ? null : period.from - 1,
    region,
    ownNames,
    // Where nobody knows whose plan it is, 全市 can only be its own.
    ownWholes: new Set([...words.neutralWholes, ...(level ? [`全${level}`] : words.localWholes)]),
    stages: stagesOf(sections),
    otherPlaces: head.places.filter((place) => !ownNames.has(place) && !noPlace.test(place)),
  };
}

const stage = new RegExp(words.stage, 'g');

/** 规划期限至2035年，近期至2027年: which year a stage ends with, where it is said first. */
function stagesOf(sections: readonly Section[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { title, blocks } of sections) {
    const texts = [title, ...blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]))];
    for (const text of texts.filter((one) => /[近中远]期/.test(one)))
      for (const [, name = '', from, to] of text.matchAll(stage))
        if (!found.has(name)) found.set(name, Number(to ?? from));
  }
  return found;
}

/** The span of years that the titles and captions name most often, where the plan's front names none. */
function periodOf(sections: readonly Section[]): { from: number; to: number } | undefined {
  const counts = new Map<string, number>();
  const titles = sections.flatMap(({ title, blocks }) => [
    title,
    ...blocks.flatMap((block) => (block.kind === 'table' ? [block.caption ?? ''] : [])),
  ]);
  for (const { from, to } of titles.flatMap((title) => findPeriods(title)))
    if (from < to) counts.set(`${from}-${to}`, (counts.get(`${from}-${to}`) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0].localeCompare(a[0]));
  const [from, to] = (most?.[0] ?? '').split('-').map(Number);
  return from && to ? { from, to } : undefined;
}

/**
 * A centre or zone that is no administrative place reports the figures of the place that it lies in; a river basin
 * lies in several.
 */
function hostOf(region: string, places: readonly string[]): string | undefined {
  if (words.severalPlaces.some((ending) => region.endsWith(ending))) return undefined;
  return levels.some((level) => region.endsWith(level)) ? undefined : places[0];
}

/** A short form of the region (云岭 for 云岭市), not the wider place that its name begins with. */
function isSame(alias: string, region: string): boolean {
  if (alias === region) return true;
  if (region.startsWith(alias)) return levels.includes(region.slice(alias.length));
  return alias.at(-1) === region.at(-1) || region.includes(alias);
}
