import { formatQuantity } from '../../src/quantity/format-quantity.js';
import type { Part, PartList } from '../../src/quantity/sums/part-list.js';
import { partLists } from '../../src/quantity/sums/part-lists.js';
import { isSumOf } from '../../src/quantity/sums/stated-total.js';
import type { Passage } from '../../src/records.js';
import type { FindingDraft } from './draft.js';
import { distinctQuotes } from './quote-of.js';

/** So many parts of two lists must be called alike, and so many of them be the same, for them to list one thing. */
const [fewestAlike, fewestSame] = [3, 2];

/** What a sentence divides a sum into (公路345亿元、水运80亿元…) against the table that divides it, too. */
export function checkLikeLists({ passages }: { passages: readonly Passage[] }): FindingDraft[] {
  const lists = partLists(passages);
  const columns = lists.filter(({ kind }) => kind === 'column');
  return lists
    .filter(({ kind }) => kind === 'run')
    .flatMap((run) => columns.flatMap((column) => differences(run, column)));
}

function differences(run: PartList, column: PartList): FindingDraft[] {
  if (run.unit !== column.unit) return [];
  const pairs = run.parts.flatMap((part): [Part, Part][] => {
    const own = column.parts.filter(({ label }) => isCalledAlike(part.label, label));
    return own.length === 1 && own[0] ? [[part, own[0]]] : [];
  });
  const same = pairs.filter(([a, b]) => isSumOf({ ...run, parts: [a] }, b));
  const apart = pairs.filter((pair) => !same.includes(pair));
  const isOne = pairs.length >= fewestAlike && same.length >= fewestSame && apart.length < same.length;
  return isOne ? apart.map(([said, listed]) => draftOf(said, listed, run.unit)) : [];
}

function isCalledAlike(said: string, listed: string): boolean {
  return said === listed || (listed.length > 1 && said.endsWith(listed));
}

function draftOf(said: Part, listed: Part, unit: string): FindingDraft {
  const shown = ({ value }: Part) => formatQuantity({ value, valueMax: null, unit, comparator: '=' }, 'zh');
  const [stated, computed] = [shown(said), shown(listed)];
  return {
    kind: 'prose_table',
    certainty: 'contradiction',
    about: listed.label,
    stated,
    computed,
    note: `正文中${listed.label}为${stated}，“${listed.passage.sectionPath.at(-1) ?? ''}”中为${computed}。`,
    quotes: distinctQuotes(
      [said, listed].map(({ passage, quote }) => ({ passageId: passage.passageId, quote })),
    ),
  };
}
