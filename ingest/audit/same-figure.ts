import { Exact } from '../../src/quantity/exact.js';
import { convert, lookUpUnit, sameKind } from '../../src/quantity/units.js';
import words from './audit-words.json' with { type: 'json' };
import type { FindingDraft } from './draft.js';
import { type Figures, namesOf, type Stated, sameScope } from './figures.js';
import { type Interval, intervalOf, overlap } from './interval.js';
import { areSideBySide, isOfPart } from './of-part.js';
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
  const summed = new Set(figures.all.filter(({ measure }) => measure === 'cumulative').map(lineOf));
  // A year's part of a sum that the same line gives is no figure of the whole.
  const isPart = (row: Stated) =>
    row.source === 'table' && row.measure === 'level' && summed.has(lineOf(row));
  const rows = figures.all.filter((row) => isComparable(row) && !isPart(row));
  const byName = new Map<string, Stated[]>();
  for (const row of rows)
    for (const name of [...namesOf(row), plainName(row.name.replace(overYears, ''))])
      byName.set(name, [...new Set([...(byName.get(name) ?? []), row])]);
  const drafts = [...byName.values(), ...variants(byName)].flatMap((same) =>
    pairsOf(same).flatMap(([a, b]) => findingOf(a, b)),
  );
  return drafts.filter(
    (draft, at) =>
      at ===
      drafts.findIndex(
        (other) => other.about === draft.about && [other.stated, other.computed].includes(draft.stated),
      ),
  );
}

function lineOf({ passageId, quote }: Stated): string {
  return `${passageId}\n${quote}`;
}

/** Rows of a short name with those of the fuller ones that it may stand for. */
function variants(byName: ReadonlyMap<string, Stated[]>): Stated[][] {
  const names = [...byName.keys()];
  return names.flatMap((short) =>
    names
      .filter((long) => isShortFor(short, long))
      .map((long) => [...(byName.get(short) ?? []), ...(byName.get(long) ?? [])]),
  );
}

/** Ranks and figures of several years in one breath are not compared: their years and names are unsure. */
function isComparable(row: Stated): boolean {
  const kind = lookUpUnit(row.unit)?.kind;
  return (
    row.year !== null &&
    kind !== undefined &&
    kind !== 'number' &&
    (row.measure === 'level' || row.measure === 'share' || isSummed(row)) &&
    !row.quote.includes('分别') &&
    !ofOneYear.test(row.name) &&
    !isOfPart(row) &&
    !totals.test(row.name) &&
    !bare.test(plainName(row.name))
  );
}

/** What is counted over all years of a period: 五年城镇新增就业22万人, [20]. */
function isSummed({ measure, name }: Stated): boolean {
  return measure === 'cumulative' || overYears.test(name);
}

/** What is done in each year is not what is done by then. */
const ofOneYear = /^(?:当年|每年|年度|年均)/;

const overYears = /^(?:[三四五]年|“?十[二三四五]五”?(?:期间|时期)?)(?:累计|共|新增|全市)?/;

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
    (a.measure === b.measure || isSummed(a) || isSummed(b)) &&
    isSummed(a) === isSummed(b) &&
    aimed(a) === aimed(b) &&
    a.quote !== b.quote &&
    !areSideBySide(a, b) &&
    sameScope(a, b) &&
    sameKind(a.unit, b.unit) &&
    isCalledAlike(a, b)
  );
}

/** What only the vocabulary calls alike can be counted more or less widely; short names say too little. */
function isCalledAlike(a: Stated, b: Stated): boolean {
  const [first, second] = [a, b].map(({ name }) => plainName(name.replace(overYears, '')));
  if (first === undefined || second === undefined || first.length < shortestName) return false;
  return first === second || isShortFor(first, second) || isShortFor(second, first);
}

/** 战略性新兴产业占比 for 战略性新兴产业增加值占规上工业增加值比重: the short name leaves out what it is a share of. */
function isShortFor(short: string, long: string): boolean {
  const [, part] = /^(.{4,})占比$/.exec(short) ?? [];
  return part !== undefined && long.startsWith(part) && /^.{0,5}占.+占比$/.test(long.slice(part.length));
}

function aimed({ kind }: Stated): boolean {
  return kind === 'target';
}

function findingOf(first: Stated, second: Stated): FindingDraft[] {
  const [stated, other] = [closeInterval(first), inUnitOf(first, second)];
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

/** 7.5左右 is 7.5 to the digits that it shows, and not 7.2; 近290 may be 287. */
function closeInterval(row: Stated): Interval | undefined {
  const interval = intervalOf(row);
  if (!interval || row.comparator !== '~') return interval;
  const shown = lastDigit(row.value) / 2;
  return { low: Math.max(interval.low, row.value - shown), high: Math.min(interval.high, row.value + shown) };
}

/** One in the last place that is not zero: 10 for 290, 0.1 for 7.5. */
function lastDigit(value: number): number {
  const [digits = '', power = '0'] = value.toExponential().split('e');
  return 10 ** (Number(power) - (digits.split('.')[1]?.length ?? 0));
}

/** Figures of another order of magnitude are of two things, whatever their names. */
function isFarApart(a: Interval, b: Interval): boolean {
  return Math.max(a.low / b.high, b.low / a.high) > largestGap;
}

function inUnitOf(first: Stated, second: Stated): Interval | undefined {
  const interval = closeInterval(second);
  const factor = convert({ value: new Exact(1), from: second.unit, to: first.unit }).toNumber();
  return interval && { low: interval.low * factor, high: interval.high * factor };
}

function truncates(short: Stated, long: Stated): boolean {
  return short.unit === long.unit && Number.isInteger(short.value) && Math.trunc(long.value) === short.value;
}
