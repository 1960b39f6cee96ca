import { Exact } from '../../src/quantity/exact.js';
import { convert, sameKind } from '../../src/quantity/units.js';
import type { Indicator } from '../../src/records.js';
import { type Interval, intervalOf, overlap } from '../audit/interval.js';
import { plainName } from '../audit/plain-name.js';

/** Figures of another order of magnitude are of two things, whatever their names. */
const largestGap = 5;
/** Shorter names say too little to be the same thing elsewhere. */
const shortestName = 2;

/**
 * Links the rows of a plan that say the same thing of the same year: as duplicates where both can be true,
 * as a conflict where they cannot. Rows of one quote are not compared.
 */
export function linkRows(rows: readonly Indicator[]): Indicator[] {
  const links = new Map(
    rows.map((row) => [row.indicatorId, { duplicates: new Set<string>(), conflicts: new Set<string>() }]),
  );
  for (const [a, b] of pairsOf(rows)) {
    const relation = relationOf(a, b);
    if (!relation) continue;
    links.get(a.indicatorId)?.[relation].add(b.indicatorId);
    links.get(b.indicatorId)?.[relation].add(a.indicatorId);
  }
  return rows.map((row) => {
    const { duplicates, conflicts } = links.get(row.indicatorId) ?? {};
    return { ...row, duplicates: [...(duplicates ?? [])], conflicts: [...(conflicts ?? [])] };
  });
}

/** Pairs of rows of one name and year, each pair once. */
function pairsOf(rows: readonly Indicator[]): [Indicator, Indicator][] {
  const groups = new Map<string, Indicator[]>();
  for (const row of rows)
    for (const name of new Set([plainName(row.name), plainName(row.canonicalName)])) {
      if (row.year === null || name.length < shortestName) continue;
      const key = `${row.year}\n${name}`;
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
  const seen = new Set<string>();
  return [...groups.values()].flatMap((group) =>
    group.flatMap((first, at) =>
      group.slice(at + 1).flatMap((second): [Indicator, Indicator][] => {
        const key = `${first.indicatorId}\n${second.indicatorId}`;
        if (first === second || seen.has(key)) return [];
        seen.add(key);
        return [[first, second]];
      }),
    ),
  );
}

type Relation = 'duplicates' | 'conflicts';

function relationOf(a: Indicator, b: Indicator): Relation | undefined {
  if (!isSameThing(a, b)) return undefined;
  if (a.value === null || b.value === null)
    return a.value === b.value && plainName(a.text) === plainName(b.text) ? 'duplicates' : undefined;
  if (!sameKind(a.unit, b.unit)) return undefined;
  const [first, second] = [intervalOf(a), inUnitOf(a, b)];
  if (!first || !second || isFarApart(first, second)) return undefined;
  if (overlap(first, second)) return 'duplicates';
  // What only the vocabulary calls alike can be counted more or less widely.
  return plainName(a.name) === plainName(b.name) ? 'conflicts' : undefined;
}

/** A total is of its own table. */
const total = /^(?:总计|合计|小计)/;

function isSameThing(a: Indicator, b: Indicator): boolean {
  const span = a.yearFrom === b.yearFrom || a.yearFrom === null || b.yearFrom === null;
  return (
    span &&
    !total.test(a.name) &&
    a.measure === b.measure &&
    isAhead(a) === isAhead(b) &&
    a.ownScope === b.ownScope &&
    (a.ownScope || a.scope === b.scope) &&
    a.quote !== b.quote
  );
}

function isAhead({ kind }: Indicator): boolean {
  return kind === 'target' || kind === 'forecast';
}

function inUnitOf(first: Indicator, second: Indicator): Interval | undefined {
  const interval = intervalOf(second);
  const factor = convert({ value: new Exact(1), from: second.unit, to: first.unit }).toNumber();
  return interval && { low: interval.low * factor, high: interval.high * factor };
}

function isFarApart(a: Interval, b: Interval): boolean {
  return Math.max(a.low / b.high, b.low / a.high) > largestGap;
}
