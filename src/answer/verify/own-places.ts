import type { Plan } from '../../records.js';
import { placeStems } from './said-words.js';

/** Where a plan is about a zone or a park, this many places that its text speaks of most are its own, too. */
const places = 2;

/**
 * The places that a plan is about, by its region, title and names: its figures are theirs. The cutter does
 * not know a zone or a park for a place, so its name counts as it stands, with the places around it.
 */
export function ownPlaces(
  plan: Pick<Plan, 'title' | 'region' | 'aliases' | 'places'> | undefined,
): readonly string[] {
  if (!plan) return [];
  const known = cache.get(plan);
  if (known) return known;
  const names = [plan.region ?? '', ...plan.aliases].filter((name) => name !== '');
  const stems = placeStems([plan.title, ...names].join(' '));
  const around = stems.length > 0 ? [] : placeStems(plan.places.slice(0, places).join(' '));
  const own = [...new Set([...stems, ...names, ...around])];
  cache.set(plan, own);
  return own;
}

const cache = new WeakMap<object, readonly string[]>();
