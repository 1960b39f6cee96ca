import type { Indicator, Language, Plan } from '../../records.js';
import vocabulary from '../../vocabulary/indicators.json' with { type: 'json' };

const english = new Map(vocabulary.map((entry) => [entry.name, entry.english[0]]));

/** An indicator's name as the answer says it: the plan's own, in English with the vocabulary's before it. */
export function nameIndicator(row: Indicator, language: Language): string {
  if (language === 'zh') return row.name;
  const translated = english.get(row.canonicalName);
  return translated ? `${translated} (${row.name})` : row.name;
}

/** Whose figure: the scope that the row names, its place in a table of places, or what the plan is about. */
export function placeOf(
  row: Pick<Indicator, 'ownScope' | 'scope'> & Partial<Pick<Indicator, 'quote' | 'source'>>,
  plan: Plan | undefined,
): string {
  if (!row.ownScope && row.scope) return row.scope;
  // The district that a centre lies in is the plan's own, and still not the centre.
  const entity = row.source === 'table' ? row.quote?.split('\t')[0]?.trim() : undefined;
  if (entity && plan?.places.includes(entity)) return entity;
  // A plan without a title goes by its file's name, which is no place.
  return plan?.region ?? (plan?.title === plan?.planId ? '' : plan?.title) ?? '';
}
