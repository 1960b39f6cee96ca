import type { Plan } from '../../records.js';
import { placeStems } from './said-words.js';

/** The places that a plan is about, by its region, title and names: its figures are theirs. */
export function ownPlaces(plan: Pick<Plan, 'title' | 'region' | 'aliases'> | undefined): string[] {
  return plan ? placeStems([plan.title, plan.region ?? '', ...plan.aliases].join(' ')) : [];
}
