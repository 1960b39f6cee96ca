import { Exact } from '../../src/quantity/exact.js';
import { convert, lookUpUnit, sameKind } from '../../src/quantity/units.js';
import words from './audit-words.json' with { type: 'json' };
import type { FindingDraft } from './draft.js';
import { type Figures, namesOf, type Stated, sameScope } from './figures.js';
import { type Interval, intervalOf, overlap } from './interval.js';
import { plainName } from './plain-name.js';
import { quotesOf } from './quote-of.js';
import { shown } from './show.js';

const shortestName = 3;
const largestGap = 5;
const totals = new RegExp(words.totalRow);
/** A name that any project or group has (总投资, 每千人口) is of whichever stands before it. */
const bare = new RegExp(words.bareNames.join('|'));

/** The same figure in two places of a plan: prose against table, one chapter against another. */
export function checkSameFigure({ figures }: { figures: Figures }): FindingDraft[] {
  const rows = figures.all.filter(isComparable);
  const byName = new Map<string, Stated[]>();
  for (const row of rows)
    for (const name of namesOf(row)) byName.set(name, [...(byName.get(name) ?? []), row]);
  const drafts = [...byName].flatMap(([, same]) => pairsOf(same).flatMap(([a, b]) => findingOf(a, b)));
  return drafts.filter(
    (draft, at) =>
      at ===
      drafts.findIndex(
        (other) => other.about === draft.about && [other.stated, other.computed].includes(draft.stated),
      ),
  );
}

/** Ranks and figures of several years in one breath are not compared: their years and names are unsure. */
function isComparable(row: Stated): boolean {
  const kind = lookUpUnit(row.unit)?.kind;
  return (
    row.year !== null &&
    kind !== undefined &&
    kind !== 'number' &&
    (row.measure === 'level' || row.measure === 'share') &&
    !row.quote.includes('分别') &&
    !totals.test(row.name) &&
    !bare.test(plainName(row.name))
  );
}

function pairsOf(rows: readonly Stated[]): [Stated, Stated][] {
  return rows.flatMap((first, at) =>
    rows
      .slice(at + 1)
      .flatMap((second): [Stated, Stated][] => (isSameThing(first, second) ? [[first, second]] : [])),
  );
}

function isSameThing(a: Stated, b: Stated): boolean {
  return (
    a.year === b.year &&
    a.measure === b.measure &&
    aimed(a) === aimed(b) &&
    a.quote !== b.quote &&
    sameScope(a, b) &&
    sameKind(a.unit, b.unit) &&
    isCalledAlike(a, b)
  );
}

/** What only the vocabulary calls alike can be counted more or less widely; short names say too little. */
function isCalledAlike(a: Stated, b: Stated): boolean {
  const name = plainName(a.name);
  return name.length >= shortestName && name === plainName(b.name);
}

function aimed({ kind }: Stated): boolean {
  return kind === 'target';
}

function findingOf(first: Stated, second: Stated): FindingDraft[] {
  const [stated, other] = [intervalOf(first), inUnitOf(first, second)];
  if (!stated || !other || overlap(stated, other) || isFarApart(stated, other)) return [];
  const isTruncation = truncates(first, second) || truncates(second, first);
  return [
    {
      kind: first.source === second.source ? 'two_places' : 'prose_table',
      certainty: isTruncation ? 'rounding' : 'contradiction',
      about: first.name,
      stated: shown(first),
      computed: shown(second),
      note:
        `同一指标两处不一致：${first.name}${shown(first)}，${second.name}${shown(second)}。` +
        (isTruncation ? '一处只保留整数而未四舍五入。' : ''),
      quotes: quotesOf([first, second]),
    },
  ];
}

/** Figures of another order of magnitude are of two things, whatever their names. */
function isFarApart(a: Interval, b: Interval): boolean {
  return Math.max(a.low / b.high, b.low / a.high) > largestGap;
}

function inUnitOf(first: Stated, second: Stated): Interval | undefined {
  const interval = intervalOf(second);
  const factor = convert({ value: new Exact(1), from: second.unit, to: first.unit }).toNumber();
  return interval && { low: interval.low * factor, high: interval.high * factor };
}

function truncates(short: Stated, long: Stated): boolean {
  return short.unit === long.unit && Number.isInteger(short.value) && Math.trunc(long.value) === short.value;
}
