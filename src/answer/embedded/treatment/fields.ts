import vocabulary from '../../../vocabulary/fields.json' with { type: 'json' };
import type { MatterTerm } from './matters.js';

const headedBy = new Map<string, string[]>();
for (const { called, headed } of vocabulary.fields)
  for (const name of called) headedBy.set(name, [...(headedBy.get(name) ?? []), ...headed]);

/**
 * The words of a matter with what headings of its field say (生态环境: 绿色低碳, 污染防治). Far wider than what is
 * asked: for where the plan has no more than a passing word under the name that the question has.
 * @returns undefined where no word of the matter is the name of a field
 */
export function withFields(terms: readonly MatterTerm[]): MatterTerm[] | undefined {
  let isWider = false;
  const wider = terms.map((term) => {
    const headed = headedBy.get(term.word);
    if (!headed) return term;
    isWider = true;
    return { ...term, alternatives: [...term.alternatives, ...headed] };
  });
  return isWider ? wider : undefined;
}

/** Whether a matter is a field and nothing of it in particular (生态环境任务, but not 生态补偿). */
export function isFieldAlone(terms: readonly MatterTerm[]): boolean {
  const names = terms.map(({ word }) => word).filter((word) => headedBy.has(word));
  return terms.every(({ word }) => plain.has(word) || names.some((name) => name.includes(word)));
}

const plain = new Set(vocabulary.plain);
