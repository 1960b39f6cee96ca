import { foldText } from '../../../models/cut-words.js';
import { findPeriods } from '../../../quantity/periods.js';
import type { Indicator } from '../../../records.js';
import { queryTerms } from '../../../retrieve/query-terms.js';
import type { Understanding } from '../../understand/understand.js';
import words from './calculation-terms.json' with { type: 'json' };

/** What is searched for one figure of a calculation, and in which plans. */
export interface OperandSearch {
  text: string;
  planIds: string[];
  /** The place or body other than the plan's own whose figure it is. */
  scope: string | null;
}

/**
 * What to search for each figure that a question names. A part that only names a plan, a place or a year
 * (云岭2025年存款是青禾的几倍) is about what the other part names.
 */
export function operandSearches(
  { calculation, plans }: Pick<Understanding, 'calculation' | 'plans'>,
  collection: readonly Indicator[],
): OperandSearch[] {
  const operands = calculation?.operands ?? [];
  const topic = calculation?.topic;
  if (operands.length === 0 && topic) return [{ text: topic, planIds: plans, scope: null }];
  const scopes = [...new Set(collection.flatMap(({ scope, ownScope }) => (ownScope ? [] : (scope ?? []))))];
  const read = operands.map(({ text, plans: named }) => {
    const scope = scopeIn(text, scopes);
    const bare = withoutScope(text, scope);
    return { text, named, scope, bare: hasName(bare) ? bare : '' };
  });
  const shared = read.map(({ bare }) => bare).filter((bare) => bare !== '');
  return read.map(({ text, named, scope, bare }) => ({
    text: bare === '' ? `${scope ?? ''} ${shared.at(calculation?.isList ? -1 : 0) ?? ''}`.trim() : text,
    planIds: named.length > 0 ? named.filter((id) => plans.length === 0 || plans.includes(id)) : plans,
    scope,
  }));
}

/** The longest name of a place or body whose figures the plans give. */
export function scopeIn(text: string, scopes: readonly string[]): string | null {
  return scopesIn(text, scopes).sort((a, b) => b.length - a.length)[0] ?? null;
}

/** The places and bodies that a text names, of those whose figures the plans give. */
export function scopesIn(text: string, scopes: readonly string[]): string[] {
  const folded = foldText(text).replace(/\s+/g, '');
  return scopes.filter((scope) => {
    const name = foldText(scope);
    return folded.includes(name) || (name.length > 2 && folded.includes(stemOf(name)));
  });
}

function withoutScope(text: string, scope: string | null): string {
  if (scope === null) return text;
  const folded = foldText(text);
  const name = foldText(scope);
  return folded.includes(name) ? folded.replace(name, ' ') : folded.replace(stemOf(name), ' ');
}

function stemOf(name: string): string {
  return name.replace(/[省市县区州盟旗]$/, '');
}

/** Whether a text names anything: years, function words and words of measuring do not. */
export function hasName(text: string): boolean {
  const periods = findPeriods(text);
  const rest = periods.reduceRight((all, { start, end }) => `${all.slice(0, start)} ${all.slice(end)}`, text);
  return queryTerms([rest]).some(({ word }) => !/^[\d.%]+/.test(word) && !unnamed.has(word));
}

const unnamed = new Set(words.unnamed);
