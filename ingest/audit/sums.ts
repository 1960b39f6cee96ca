import { formatQuantity } from '../../src/quantity/format-quantity.js';
import { type Part, type PartList, sumOf } from '../../src/quantity/sums/part-list.js';
import { partLists } from '../../src/quantity/sums/part-lists.js';
import { isSumOf, totalsAround } from '../../src/quantity/sums/stated-total.js';
import type { Passage } from '../../src/records.js';
import words from './audit-words.json' with { type: 'json' };
import type { FindingDraft } from './draft.js';
import { distinctQuotes } from './quote-of.js';

/** A whole that is named as such may be further off than one that only stands near. */
const [ofNamed, ofNear] = [0.2, 0.05];
const numerals = new Map(Object.entries(words.numerals));
const counted = /(?<count>[一二两三四五六七八九十]|\d{1,2})(?:项|个|大|类|块|处|家)/;
const twoCharacters = /\p{Script=Han}{2}/gu;

/** Totals that a plan states against the parts that it lists: a box, a column without totals, a sentence before. */
export function checkSums({ passages }: { passages: readonly Passage[] }): FindingDraft[] {
  return partLists(passages).flatMap((list) => {
    const total = totalAtOdds(list, passages);
    return total ? [draftOf(list, total)] : [];
  });
}

function totalAtOdds(list: PartList, passages: readonly Passage[]): Part | undefined {
  // A total row, and parts in the sentence of their total, have checks of their own.
  const isOwn = (total: Part) => list.parts.some(({ quote }) => quote === total.quote);
  const named = list.totals.filter((total) => !isOwn(total));
  if (list.totals.some((total) => isSumOf(list, total))) return undefined;
  if (list.kind === 'lines' && named.length > 0)
    return named.find((total) => isNear(total, list, ofNamed) && hasCount(total, list));
  if (list.kind === 'run')
    return named.find((total) => isNear(total, list, ofNear) && isNamedIn(total, list.name));
  if (named.length > 0) return undefined;
  const around = totalsAround(list, passages);
  if (around.some((total) => isSumOf(list, total))) return undefined;
  return around.find(
    (total) => isNear(total, list, ofNear) && isNamedIn(total, `${list.name} ${list.context}`),
  );
}

function isNear({ value }: Part, list: PartList, most: number): boolean {
  return Math.abs(value - sumOf(list)) <= Math.abs(value) * most;
}

/** 以上五项工程: all of them are listed, or the list is no whole. */
function hasCount({ quote }: Part, { parts }: PartList): boolean {
  const count = counted.exec(quote)?.groups?.count;
  return count === undefined || (numerals.get(count) ?? Number(count)) === parts.length;
}

/** 十个项目，总投资…: it counts as many as are listed, so that nothing is left out. */
function countsAll({ quote }: Part, { kind, parts }: PartList): boolean {
  const counts = [...quote.matchAll(new RegExp(counted, 'g'))].map(({ groups }) => groups?.count ?? '');
  return kind === 'column' && counts.some((count) => (numerals.get(count) ?? Number(count)) === parts.length);
}

/** What leads to the figure and what the parts are of have a word in common. */
function isNamedIn({ label }: Part, name: string): boolean {
  const pairs = [...label].flatMap((_, at) => label.slice(at, at + 2).match(twoCharacters) ?? []);
  return pairs.some((pair) => name.includes(pair));
}

function draftOf(list: PartList, total: Part): FindingDraft {
  const shown = (value: number) =>
    formatQuantity({ value, valueMax: null, unit: list.unit, comparator: '=' }, 'zh');
  const sum = sumOf(list);
  const gap = Number(Math.abs(total.value - sum).toPrecision(12));
  const isNamed = (list.kind === 'lines' && list.totals.includes(total)) || countsAll(total, list);
  const about = total.label.replace(/^(?:其中|以上|上述)/, '').replace(/(?:预计|计划)?(?:达到?|为|约)?$/, '');
  return {
    kind: 'sum',
    certainty: isNamed ? 'contradiction' : 'definition',
    about: about || list.name,
    stated: shown(total.value),
    computed: shown(sum),
    note:
      `${list.parts.map(({ label, value }) => `${label}${shown(value)}`).join(' + ')} = ${shown(sum)}，` +
      `与所写${shown(total.value)}相差${shown(gap)}。`,
    quotes: distinctQuotes(
      [total, ...list.parts].map(({ passage, quote }) => ({ passageId: passage.passageId, quote })),
    ),
  };
}
