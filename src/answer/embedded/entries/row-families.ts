import { foldText } from '../../../models/cut-words.js';
import { lookUpUnit } from '../../../quantity/units.js';
import type { Indicator, Passage } from '../../../records.js';
import { quantityOf } from '../choose-rows.js';
import { isPlanned } from '../firmness.js';
import type { Entry } from './entry.js';

const ending = 2;
const fewest = 3;
const [shortest, longest] = [2, 14];
const bracketed = /[（(][^（）()]*[）)]/g;

/**
 * Figures of one measure, year and firmness that one part of a plan gives for several subjects (甲产业产值, 乙产业产值;
 * the same name for several places), wherever they stand in it: a family for each part and measure that the
 * question speaks of.
 */
export function rowFamilies(
  collection: readonly Indicator[],
  passages: readonly Passage[],
  asked: string,
): Entry[][] {
  const byId = new Map(passages.map((passage) => [passage.passageId, passage]));
  const groups = new Map<string, Indicator[]>();
  for (const row of collection) {
    if (row.source !== 'prose' || row.value === null || row.valueMax !== null || !byId.has(row.passageId))
      continue;
    const end = foldText(row.name.replace(bracketed, '')).slice(-ending);
    if (end.length < ending || !asked.includes(end)) continue;
    for (const key of keysOf(row, end)) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].flatMap(([key, rows]) => {
    const entries = entriesOf(rows, key, byId);
    return entries.length >= fewest ? [entries] : [];
  });
}

function keysOf(row: Indicator, end: string): string[] {
  const kind = lookUpUnit(row.unit)?.kind ?? row.unit;
  return row.sectionPath.map((_, at) =>
    [
      row.planId,
      row.sectionPath.slice(0, at + 1).join('>'),
      end,
      row.measure,
      kind,
      row.year ?? '',
      isPlanned(row),
    ].join('\n'),
  );
}

/** One entry a subject; a row whose name is the measure alone is the whole, or of nothing that is named. */
function entriesOf(rows: readonly Indicator[], key: string, passages: ReadonlyMap<string, Passage>): Entry[] {
  const names = [...new Set(rows.map(({ name }) => name.replace(bracketed, '')))];
  const property = commonEnding(names);
  const entries = rows.flatMap((row): Entry[] => {
    const passage = passages.get(row.passageId);
    const quantity = quantityOf(row);
    const own = row.name.replace(bracketed, '').slice(0, -property.length || undefined);
    const label = row.ownScope || row.scope === null ? own : row.scope;
    if (!passage || !quantity || label.length < shortest || label.length > longest || /\d/.test(label))
      return [];
    const figures = [{ property, quantity, year: row.year, inColumn: false }];
    const context = `${row.sectionPath.slice(-2).join(' ')} ${row.name}`;
    return [{ label, passage, quote: row.quote, cells: [], figures, context, family: key }];
  });
  return entries.filter(({ label }, at) => at === entries.findIndex((one) => one.label === label));
}

function commonEnding(names: readonly string[]): string {
  const [first = '', ...others] = names;
  for (let length = first.length; length > 0; length -= 1) {
    const end = first.slice(-length);
    if (others.every((name) => name.endsWith(end))) return end;
  }
  return '';
}
