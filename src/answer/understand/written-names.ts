import type { Catalogue } from './catalogue.js';
import { readNames } from './read-names.js';

/** A question that was put into Chinese, each word by the first that it may be, written as Chinese is. */
export function withoutRenderings(text: string): string {
  return text.replace(/\|[^\s|]+/g, '').replace(/(?<=[^\x20-\x7E]) | (?=[^\x20-\x7E])/g, '');
}

/** Short names are those of the plans that are named; of all, where none is. */
export function withIndicatorNames(text: string, catalogue: Catalogue): string {
  // In a question that was put into Chinese nothing is shortened.
  if (text.includes('|')) return text;
  const { plans, planNames } = readNames(text, catalogue);
  const meant = plans.plans.length > 0 ? plans.plans : catalogue.plans.map(({ plan }) => plan.planId);
  // What a plan is called shortens nothing.
  const names = [...planNames].sort((a, b) => b.length - a.length);
  const parts = names.length === 0 ? [text] : text.split(new RegExp(`(${names.map(escaped).join('|')})`));
  return parts.map((part) => (names.includes(part) ? part : catalogue.withFullNames(part, meant))).join('');
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
