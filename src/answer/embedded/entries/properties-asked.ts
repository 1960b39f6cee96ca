import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { EntryFigure } from './entry-figures.js';
import words from './entry-words.json' with { type: 'json' };
import { heldShare } from './named-entries.js';

const properties = words.properties.map(({ asked, units, named }) => ({
  asked: new RegExp(asked),
  units: new Set(units),
  named: new RegExp(named),
}));
const mostColumns = 3;
const leastSaid = 0.6;

/**
 * Of the figures of each of several entries those that a question asks for, a list for each property asked:
 * by what the column is called, by what the question measures (哪条长, 哪个贵), or as the only one there is.
 */
export function propertiesAsked(
  sides: readonly (readonly EntryFigure[])[],
  rest: string,
  years: readonly number[],
): EntryFigure[][] {
  const dated = sides.map((figures) => {
    const ofYear = figures.filter(({ year }) => year === null || years.length === 0 || years.includes(year));
    return ofYear.filter(({ quantity }) => quantity.valueMax === null);
  });
  const named = byName(dated, rest);
  // 光伏装机 says which of the columns of 装机 is meant.
  const open = dated.map((figures) => figures.filter((one) => !named.some((list) => isOfKind(one, list))));
  const measured = properties.filter(({ asked }) => asked.test(rest)).flatMap((one) => ofProperty(open, one));
  const found = [...named, ...measured].filter((list) => list.length === sides.length && sides.length > 1);
  if (found.length > 0)
    return found.filter((list, at) => at === found.findIndex((one) => one[0] === list[0]));
  const only = dated.flatMap((figures) => (figures.length === 1 ? figures : []));
  return only.length === sides.length && areAlike(only) ? [only] : [];
}

function isOfKind({ quantity }: EntryFigure, [first]: readonly EntryFigure[]): boolean {
  return first !== undefined && sameKind(quantity.unit, first.quantity.unit);
}

/** What is measured in the units asked for: one property of lines, or each such column of a table. */
function ofProperty(
  sides: readonly (readonly EntryFigure[])[],
  { units, named }: (typeof properties)[number],
): EntryFigure[][] {
  const fitting = sides.map((figures) =>
    figures.filter(
      ({ quantity, property, caption }) =>
        units.has(lookUpUnit(quantity.unit)?.kind ?? '') && named.test(caption ?? property),
    ),
  );
  const [first = []] = fitting;
  const columns = first.filter(({ inColumn }) => inColumn).slice(0, mostColumns);
  const lists =
    columns.length > 0
      ? columns.map((column) =>
          fitting.flatMap((list) => list.find((one) => isSameProperty(one, column)) ?? []),
        )
      : [fitting.flatMap(([one]) => one ?? [])];
  return lists.filter(areAlike);
}

/** A column or a property that the question names: 风电装机, 办公面积合计. */
function byName(sides: readonly (readonly EntryFigure[])[], rest: string): EntryFigure[][] {
  const [first = []] = sides;
  const scored = first.flatMap((figure) => {
    const said = figure.property.length > 1 ? heldShare(figure.property, rest) : 0;
    if (said < leastSaid) return [];
    const others = sides
      .slice(1)
      .flatMap((figures) => figures.find((one) => isSameProperty(one, figure)) ?? []);
    const list = [figure, ...others];
    return list.length === sides.length && areAlike(list) ? [{ list, said }] : [];
  });
  const best = Math.max(0, ...scored.map(({ said }) => said));
  return scored.filter(({ said }) => said === best).map(({ list }) => list);
}

function isSameProperty(a: EntryFigure, b: EntryFigure): boolean {
  if (a.year !== b.year) return false;
  const endsAlike = !a.inColumn && !b.inColumn && a.property.slice(-2) === b.property.slice(-2);
  return a.property === b.property || endsAlike;
}

function areAlike(list: readonly EntryFigure[]): boolean {
  return list.every(({ quantity }) => sameKind(quantity.unit, list[0]?.quantity.unit ?? ''));
}
