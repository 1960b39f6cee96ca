import type { Passage } from '../../records.js';
import { columnLists } from './column-lists.js';
import { lineLists } from './line-lists.js';
import type { PartList } from './part-list.js';
import { runLists } from './run-lists.js';

/** Everything in a plan that sets figures of one unit side by side so that they can be summed. */
export function partLists(passages: readonly Passage[]): PartList[] {
  const sections = new Map<string, Passage[]>();
  for (const passage of passages) {
    const key = `${passage.planId}\n${passage.sectionPath.join('\n')}`;
    sections.set(key, [...(sections.get(key) ?? []), passage]);
  }
  return [...sections.values()].flatMap((section) => {
    const tables = section.filter(({ kind }) => kind === 'table');
    const texts = section.filter(({ kind }) => kind === 'text');
    return [...columnLists(tables), ...lineLists(texts), ...lineLists(tables), ...texts.flatMap(runLists)];
  });
}
