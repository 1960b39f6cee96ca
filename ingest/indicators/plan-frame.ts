import type { PlanHead } from '../plan-record.js';
import words from './scope-words.json' with { type: 'json' };

/** What a plan's figures are read against: its years and the names that it has for itself. */
export interface PlanFrame {
  start: number | null;
  end: number | null;
  /** The last year before the plan begins. */
  base: number | null;
  region: string | null;
  ownNames: ReadonlySet<string>;
  /** 全市, 全区: how the plan says "all of ours". */
  ownWholes: ReadonlySet<string>;
  /** Places that the text speaks of, besides its own. */
  otherPlaces: readonly string[];
}

const levels = words.levels;
const noPlace = new RegExp(`(?:${words.noPlaceStems.join('|')})[省市区县州旗]$`);

/** Reads from a plan's head which years are its own and which names mean itself. */
export function framePlan(head: PlanHead): PlanFrame {
  const region = head.region?.replace(/\s/g, '') ?? null;
  const host = region ? hostOf(region, head.places) : undefined;
  const inner = region ? head.places.filter((place) => region.endsWith(place)) : [];
  const own = new Set([
    region,
    ...inner,
    host,
    ...head.aliases.filter((alias) => region && isSame(alias, region)),
  ]);
  const ownNames = new Set([...own].filter((name): name is string => name !== null && name !== undefined));
  const level = levels.find((one) => (host ?? region ?? '').endsWith(one));
  return {
    start: head.periodStart,
    end: head.periodEnd,
    base: head.periodStart === null ? null : head.periodStart - 1,
    region,
    ownNames,
    ownWholes: new Set([...words.neutralWholes, ...(level ? [`全${level}`] : [])]),
    otherPlaces: head.places.filter((place) => !ownNames.has(place) && !noPlace.test(place)),
  };
}

/** A centre or belt that is no administrative place reports the figures of the place that it lies in. */
function hostOf(region: string, places: readonly string[]): string | undefined {
  return levels.some((level) => region.endsWith(level)) ? undefined : places[0];
}

/** A short form of the region (西宁 for 西宁市), not the wider place that its name begins with. */
function isSame(alias: string, region: string): boolean {
  if (alias === region) return true;
  if (region.startsWith(alias)) return levels.includes(region.slice(alias.length));
  return alias.at(-1) === region.at(-1) || region.includes(alias);
}
