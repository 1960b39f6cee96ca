import { findQuantities } from '../../quantity/find-quantities.js';
import type { Passage } from '../../records.js';
import words from './list-words.json' with { type: 'json' };

const marker =
  /(?:^|[\n。；])\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}是|\d{1,2}[.、．]|[①-⑳])/g;
/** What parts the items of a list: the strongest mark in it, or all. */
const itemMarks = [/[；;]/, /、/, /[、，,；;]|\band\b/];
/** "2. " in front of an item counts nothing. */
const listMark = /^\s?[.．、)）]/;
const mostItems = 60;

/**
 * Figures of a claim that count what is listed ("五个方面：…"): as many as the claim lists, as claims were
 * handed in with it, as passages it cites, or as items that these number.
 */
export function listedCounts({
  text,
  claims,
  passages,
}: {
  text: string;
  claims: number;
  passages: readonly Passage[];
}): number[] {
  const figures = findQuantities(text).filter(
    ({ unit, valueMax, end }) =>
      words.units.includes(unit) && valueMax === null && !listMark.test(text.slice(end)),
  );
  const list = text.split(/[：:]/).slice(1).join('：');
  const listed = itemMarks.map((mark) => list.split(mark).filter((item) => item.trim() !== '').length);
  const numbered = passages.map((passage) => passage.text.match(marker)?.length ?? 0);
  const total = numbered.reduce((sum, count) => sum + count, 0);
  const possible = new Set([...listed, claims, claims - 1, total, ...numbered]);
  return figures
    .map(({ value }) => value)
    .filter((value) => value > 1 && value <= mostItems && possible.has(value));
}
