import type { Decimal } from 'decimal.js';
import { Exact } from '../quantity/exact.js';
import { lookUpUnit, sameKind, type Unit } from '../quantity/units.js';
import { invalidCalculation } from './invalid-calculation.js';

/** A number with the units that it is multiplied and divided by; none of them for a plain number. */
export interface Measure {
  value: Decimal;
  numerator: Unit[];
  denominator: Unit[];
  /** How a plain number was written: %, 倍, 个百分点 or nothing. Its value is a fraction all the same. */
  plain: string;
}

const plainKinds = new Set(['number', 'ratio', 'percentagePoints']);
const pointsInOne = 100;

/** @throws PlanbotError when the unit is not known. */
export function measureOf(value: Decimal, unit: string): Measure {
  const symbol = lookUpUnit(unit)?.symbol ?? unit;
  const parts = symbol.split('/').map((part) => knownUnit(part, unit));
  const factor = parts.reduce(
    (product, part, i) => (i === 0 ? product.times(plainFactor(part)) : product.div(plainFactor(part))),
    new Exact(1),
  );
  const [top, ...bottom] = parts.map((part) => (plainKinds.has(part.kind) ? [] : [part]));
  const plain = parts.length === 1 && plainKinds.has(parts[0]?.kind ?? '') ? (parts[0]?.symbol ?? '') : '';
  return { value: new Exact(value).times(factor), numerator: top ?? [], denominator: bottom.flat(), plain };
}

/** What one of the unit is as a plain fraction; 1 for units that stay. */
export function plainFactor(unit: Unit): Decimal {
  if (!plainKinds.has(unit.kind)) return new Exact(1);
  return unit.kind === 'percentagePoints' ? unit.factor.div(pointsInOne) : unit.factor;
}

export function isPlain({ numerator, denominator }: Measure): boolean {
  return numerator.length === 0 && denominator.length === 0;
}

export function multiply(a: Measure, b: Measure): Measure {
  return cancel({
    value: a.value.times(b.value),
    numerator: [...a.numerator, ...b.numerator],
    denominator: [...a.denominator, ...b.denominator],
    plain: a.plain === '' || b.plain === '' ? a.plain + b.plain : '',
  });
}

/** @throws PlanbotError when the divisor is zero. */
export function divide(a: Measure, b: Measure): Measure {
  if (b.value.isZero()) throw invalidCalculation('The divisor is zero; a division needs one that is not.');
  return cancel({
    value: a.value.div(b.value),
    numerator: [...a.numerator, ...b.denominator],
    denominator: [...a.denominator, ...b.numerator],
    plain: b.plain === '' ? a.plain : '',
  });
}

/**
 * Adds `b`, or takes it away with sign -1.
 * @throws PlanbotError naming both units when their kinds differ.
 */
export function add(a: Measure, b: Measure, sign: 1 | -1): Measure {
  const factor = factorBetween(b, a);
  if (factor === undefined) {
    const verb = sign === 1 ? 'be added to' : 'be taken from';
    throw invalidCalculation(`${unitName(b)} cannot ${verb} ${unitName(a)}; both must be of one kind.`);
  }
  return { ...a, value: a.value.plus(b.value.times(factor).times(sign)), plain: plainOfSum(a, b, sign) };
}

/** What one of `from` is in units of `to`; undefined when they are of different kinds. */
export function factorBetween(from: Measure, to: Measure): Decimal | undefined {
  const across = divide({ ...from, value: new Exact(1) }, { ...to, value: new Exact(1) });
  return isPlain(across) ? across.value : undefined;
}

/** The unit as written: 亿元, 元/平方米; a plain number's own sign. */
export function unitName({ numerator, denominator, plain }: Measure): string {
  const [top, bottom] = [numerator, denominator].map((units) => units.map((unit) => unit.symbol));
  if (!top?.length && !bottom?.length) return plain || 'a plain number';
  return [top?.join('·') || '1', ...(bottom ?? [])].join('/');
}

/** Units of one kind above and below the line go away, their factors into the value. */
function cancel(measure: Measure): Measure {
  const denominator = [...measure.denominator];
  let { value } = measure;
  const numerator = measure.numerator.filter((unit) => {
    const at = denominator.findIndex((other) => sameKind(unit.symbol, other.symbol));
    const [other] = at < 0 ? [] : denominator.splice(at, 1);
    if (other) value = value.times(unit.factor).div(other.factor);
    return other === undefined;
  });
  const isNowPlain = numerator.length === 0 && denominator.length === 0;
  return { value, numerator, denominator, plain: isNowPlain ? measure.plain : '' };
}

/** 12% less 10% is 2 percentage points; percent and points stay percent. */
function plainOfSum(a: Measure, b: Measure, sign: 1 | -1): string {
  if (a.plain === b.plain) return a.plain === '%' && sign === -1 ? '个百分点' : a.plain;
  const isPercent = [a.plain, b.plain].every((plain) => plain === '%' || plain === '个百分点');
  return isPercent ? '%' : '';
}

function knownUnit(part: string, unit: string): Unit {
  const found = lookUpUnit(part);
  if (found) return found;
  throw invalidCalculation(
    `${unit} is no unit that planbot knows; use one such as 亿元, 家, % or 元/平方米.`,
  );
}
