import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import { resolveUnits } from '../../understand/resolve-unit.js';
import type { Understanding } from '../../understand/understand.js';
import { isPlanned } from '../firmness.js';
import { type Description, describe } from './describe.js';
import type { Figure } from './figure-pool.js';
import { fitsOf } from './fit.js';
import { choosePair, containment, type Pair } from './pairs.js';

/** What two figures of one series must be alike in name at least. */
const leastContained = 0.6;

/** The same thing at two times: the years asked for, or what there is and what is aimed at. */
export function overTime(frame: Understanding, pool: readonly Figure[], asked: string): Pair | undefined {
  if (frame.plans.length > 1 || frame.years.length > 2) return undefined;
  const years = [...frame.years].sort((a, b) => a - b);
  const subject = describe(frame.phrases.join(' '), { years: [], plans: [] }, frame);
  if (subject.terms.length === 0) return undefined;
  const units = resolveUnits(frame.question).filter((unit) => lookUpUnit(unit)?.kind !== 'number');
  const isAsked = ({ unit }: Indicator) => units.length === 0 || units.some((one) => measures(one, unit));
  const fits = (of: readonly number[], wants: Description['wants']) =>
    fitsOf({ ...subject, years: of, wants }, pool, asked).filter(
      ({ figure: { row } }) => row.measure !== 'rate' && isAsked(row),
    );
  const [from, to] = endsOf(years, pool);
  return choosePair(fits(from, 'actual'), fits(to, 'target'), (start, end) =>
    isCourse(start, end, { from, to }),
  );
}

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
  if (!sameKind(start.unit, end.unit) || start.planId !== end.planId || start.scope !== end.scope) return false;
  if (start.measure === 'increment' || end.measure === 'increment' || containment(start, end) < leastContained)
    return false;
  if (end.year === null || (to.length === 0 && !isPlanned(end))) return false;
  // What stood before, in the sentence that says what it is to become.
  if (start.year === null) return !isPlanned(start) && start.quote === end.quote;
  return start.year < end.year && (from.length > 0 || !isPlanned(start));
}
