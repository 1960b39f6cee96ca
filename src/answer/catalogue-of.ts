import type { Plan } from '../records.js';
import type { IndicatorIndex } from '../retrieve/indicator-index.js';
import { withFullNames } from '../retrieve/short-names.js';
import { type Catalogue, createCatalogue } from './understand/catalogue.js';

/** What questions over these plans are resolved against. */
export function catalogueOf(plans: readonly Plan[], indicators: IndicatorIndex): Catalogue {
  return createCatalogue(plans, scopesOf(indicators, plans), {
    withFullNames: (text, planIds) => withFullNames(text, indicators, planIds),
    says: (planIds) => wordsOf(indicators, planIds),
  });
}

/** The places that figures of these plans belong to, other than the plans' own. */
function scopesOf({ groups }: IndicatorIndex, plans: readonly Plan[]): string[] {
  const ids = new Set(plans.map((plan) => plan.planId));
  return groups.flatMap(({ planId, scope }) => (scope !== null && ids.has(planId) ? [scope] : []));
}

/** Names, quotes and headings of the figures of plans: what they speak of. */
function wordsOf({ groups }: IndicatorIndex, planIds: readonly string[]): string {
  const rows = groups.filter(({ planId }) => planIds.includes(planId)).flatMap((group) => group.rows);
  const words = rows.flatMap(({ name, quote, sectionPath }) => [name, quote, ...sectionPath]);
  return [...new Set(words)].join('\n');
}
