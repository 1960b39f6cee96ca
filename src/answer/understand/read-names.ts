import type { Catalogue } from './catalogue.js';
import { type PlanResolution, resolvePlans } from './resolve-plans.js';

/** A question, or a part of one, with the plans that it names. */
export interface NamedText {
  plans: PlanResolution;
  /** Names of plans as they stand in the text. */
  planNames: string[];
  /** The text without those names: what to search with. */
  rest: string;
}

/** Finds the plans that a text names, and what is left of it. */
export function readNames(text: string, catalogue: Catalogue): NamedText {
  const plans = resolvePlans(text, catalogue);
  const planNames = plans.mentions
    .filter((mention) => mention.via !== 'place')
    .map((mention) => mention.text);
  return { plans, planNames, rest: withoutNames(text, planNames, catalogue) };
}

/**
 * A text without the names of plans that stand in it. A name inside that of a district or a park (鹭江高新区)
 * is part of that one's.
 */
export function withoutNames(
  text: string,
  names: readonly string[],
  { scopes }: Pick<Catalogue, 'scopes'> = { scopes: [] },
): string {
  if (names.length === 0) return text.trim();
  const longer = scopes.flatMap(({ name }) => (zoneEnd.test(name) && text.includes(name) ? [name] : []));
  const either = new RegExp([...longer, ...names].map(escapePattern).join('|'), 'gi');
  return text.replace(either, (found) => (longer.includes(found) ? found : ' ')).trim();
}

const zoneEnd = /[省市县区州盟旗镇乡园]$/;

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
