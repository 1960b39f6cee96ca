import type { Decimal } from 'decimal.js';
import type { Comparator, Quantity } from '../records.js';
import { Exact } from './exact.js';
import { convert, sameKind } from './units.js';

/** What numbers lose on their way through binary floating point. */
const floatingError = 1e-9;
/** A figure with one digit left (7 % for 6.6 %) is still called rounded; 2 for 1.6 is not. */
const coarsestRounding = 0.1;

const looseGroups: Record<Comparator, string> = {
  '=': 'equal',
  '~': 'equal',
  '>': 'above',
  '>=': 'above',
  '<': 'below',
  '<=': 'below',
  range: 'range',
};

/**
 * Whether two quantities are the same amount, whatever unit of its kind each is in.
 * `tolerance` is relative. Comparators are looked at when asked for: `loose` takes = and ~, > and >=,
 * < and <= as the same.
 */
export function sameQuantity(
  a: Quantity,
  b: Quantity,
  options: { tolerance?: number; comparators?: 'strict' | 'loose' } = {},
): boolean {
  if (!sameKind(a.unit, b.unit) || (a.valueMax === null) !== (b.valueMax === null)) return false;
  if (options.comparators === 'strict' && a.comparator !== b.comparator) return false;
  if (options.comparators === 'loose' && looseGroups[a.comparator] !== looseGroups[b.comparator])
    return false;
  const tolerance = Math.max(options.tolerance ?? 0, floatingError);
  return endsOf(a, b).every(([first, second]) =>
    first.minus(second).abs().lte(second.abs().times(tolerance)),
  );
}

/** Whether `rounded` is `exact` rounded to the digits that `rounded` shows (2800亿元 for 2803.4亿元). */
export function isRoundingOf(rounded: Quantity, exact: Quantity): boolean {
  if (!sameKind(rounded.unit, exact.unit) || (rounded.valueMax === null) !== (exact.valueMax === null)) {
    return false;
  }
  return endsOf(exact, rounded).every(([value, shown]) => roundsTo(value, shown));
}

/** The ends of both quantities in pairs, in the unit of the second. */
function endsOf(a: Quantity, b: Quantity): [Decimal, Decimal][] {
  const ends: [number | null, number | null][] = [
    [a.value, b.value],
    [a.valueMax, b.valueMax],
  ];
  return ends.flatMap(([first, second]): [Decimal, Decimal][] =>
    first === null || second === null
      ? []
      : [[convert({ value: new Exact(first), from: a.unit, to: b.unit }), new Exact(second)]],
  );
}

function roundsTo(value: Decimal, shown: Decimal): boolean {
  const difference = value.minus(shown).abs();
  if (difference.lte(shown.abs().times(floatingError))) return true;
  if (shown.isZero()) return false;
  const lastDigit = new Exact(10).pow(shown.e - shown.precision() + 1);
  return difference.lte(lastDigit.div(2)) && difference.lte(value.abs().times(coarsestRounding));
}
