import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import { resolveUnits } from '../../understand/resolve-unit.js';
import type { Understanding } from '../../understand/understand.js';
import { isPlanned } from '../firmness.js';
import { type Description, describe } from './describe.js';
import type { Figure } from './figure-pool.js';
import { fitsOf } from './fit.js';
import { type Formula, formulaOf, type Request } from './formula.js';
import words from './formula-words.json' with { type: 'json' };
import { choosePair, containment, type Pair } from './pairs.js';
import type { Ground } from './set-against.js';

/** What two figures of one series must be alike in name at least. */
const leastContained = 0.5;

/** The same thing at two times: the years asked for, or what there is and what is aimed at. */
function overTime(frame: Understanding, pool: readonly Figure[], asked: string): Pair | undefined {
  if (frame.plans.length > 1 || frame.years.length > 2) return undefined;
  const years = [...frame.years].sort((a, b) => a - b);
  const subject = describe(frame.phrases.join(' ').replace(addsTo, ' '), { years: [], plans: [] }, frame);
  if (subject.terms.length === 0) return undefined;
  const units = resolveUnits(frame.question).filter((unit) => lookUpUnit(unit)?.kind !== 'number');
  const isAsked = ({ unit }: Indicator) => units.length === 0 || units.some((one) => measures(one, unit));
  const fits = (of: readonly number[], wants: Description['wants']) =>
    fitsOf({ ...subject, years: of, wants }, pool, asked).filter(
      ({ figure: { row } }) => row.measure !== 'rate' && isAsked(row),
    );
  const [from, to] = endsOf(years, pool);
  // 增长多少 of a past year is stated, or not to be had.
  if (from.length > 0 && to.length === 0 && !asksAhead.test(frame.question)) return undefined;
  return choosePair(fits(from, 'actual'), fits(to, 'target'), (start, end) =>
    isCourse(start, end, { from, to }),
  );
}

/** What is still to be added is the difference, not a figure of its own. */
const addsTo = /新增|新建|增设|加装|净增|再建/g;

/** Percentage points tell two percentages apart; so may a growth rate two amounts. */
function measures(asked: string, unit: string): boolean {
  return sameKind(asked, unit) || lookUpUnit(asked)?.kind === 'ratio';
}

/** Of one year only it is the later one, unless the plan's figures of that year are no targets. */
function endsOf(years: readonly number[], pool: readonly Figure[]): [readonly number[], readonly number[]] {
  const [first, last] = [years[0], years[1]];
  if (first === undefined) return [[], []];
  if (last !== undefined) return [[first], [last]];
  const ofYear = pool.filter(({ row }) => row.year === first);
  const planned = ofYear.filter(({ row }) => isPlanned(row)).length;
  return planned * 2 > ofYear.length ? [[], [first]] : [[first], []];
}

function isCourse(
  start: Indicator,
  end: Indicator,
  { from, to }: { from: readonly number[]; to: readonly number[] },
): boolean {
  if (!sameKind(start.unit, end.unit) || start.planId !== end.planId || start.scope !== end.scope)
    return false;
  if (
    start.measure === 'increment' ||
    end.measure === 'increment' ||
    containment(start, end) < leastContained
  )
    return false;
  if (end.year === null || (to.length === 0 && !isPlanned(end))) return false;
  // What stood before, in the sentence that says what it is to become.
  if (start.year === null) return !isPlanned(start) && start.quote === end.quote;
  return start.year < end.year && (from.length > 0 || !isPlanned(start));
}

/** What changed between two years, or changes a year. */
export function overYears(
  operation: string,
  { frame }: Request,
  { pool, asked }: Ground,
): Formula | undefined {
  // What the asker gives is set against the plan's figures elsewhere.
  if (frame.calculation?.given.some(({ unit }) => unit !== '倍')) return undefined;
  const pair = overTime(frame, pool, asked);
  const [start, end] = pair ?? [];
  const span = (end?.year ?? 0) - (start?.year ?? 0);
  if (pair && start?.year && span > 1 && asksYearly.test(frame.question))
    return { operation: 'evaluate', operands: pair.map((row) => [row]), expression: `(b - a) / ${span}` };
  return formulaOf(
    operation === 'growth' && asksAmount.test(frame.question) && !asksPercent.test(frame.question)
      ? 'difference'
      : operation,
    pair?.map((row) => [row]),
  );
}

/** So much more each year, not so many percent. */
/** 涨多少亿 is no percentage. */
const asksAmount = new RegExp(words.asksAmount);
const asksPercent = /幅|百分|率|%/;
const asksAhead = new RegExp(words.asksAhead);
const asksYearly = new RegExp(words.asksYearly);
