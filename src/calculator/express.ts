import type { Decimal } from 'decimal.js';
import { Exact } from '../quantity/exact.js';
import { lookUpUnit } from '../quantity/units.js';
import { invalidCalculation } from './invalid-calculation.js';
import { factorBetween, isPlain, type Measure, measureOf, plainFactor, unitName } from './measure.js';

const scalesBySize = ['万亿', '亿', '万', ''];

/**
 * A measure as a value with a unit: the one asked for, or its own.
 * @throws PlanbotError when the unit is of another kind, or when the measure's own has no name (元×家).
 */
export function express(measure: Measure, unit?: string): { value: Decimal; unit: string } {
  if (unit !== undefined) return inUnit(measure, unit);
  if (isPlain(measure)) return plainValue(measure);
  if (measure.numerator.length === 1) return { value: measure.value, unit: unitName(measure) };
  throw invalidCalculation(`The result is in ${unitName(measure)}, which is no unit of anything.`);
}

/** The same, and for one thing per another with the scale that is easy to read (1299 元/平方米). */
export function expressReadably(measure: Measure): { value: Decimal; unit: string } {
  const plain = express(measure);
  if (measure.denominator.length === 0) return plain;
  const [top = '', ...bottom] = plain.unit.split('/').map(withoutScale);
  const candidates = scalesBySize.map((scale) => [scale + top, ...bottom].join('/'));
  const known = candidates.filter((candidate) => lookUpUnit(candidate) !== undefined);
  const expressed = known.map((candidate) => inUnit(measure, candidate));
  return expressed.find(({ value }) => value.abs().gte(1)) ?? expressed.at(-1) ?? plain;
}

function inUnit(measure: Measure, unit: string): { value: Decimal; unit: string } {
  const target = measureOf(new Exact(1), unit);
  const factor = factorBetween(measure, target);
  if (factor === undefined) {
    throw invalidCalculation(`The result is in ${unitName(measure)} and does not convert into ${unit}.`);
  }
  return { value: measure.value.times(factor).div(target.value), unit: lookUpUnit(unit)?.symbol ?? unit };
}

function plainValue({ value, plain }: Measure): { value: Decimal; unit: string } {
  const unit = lookUpUnit(plain);
  return { value: unit ? value.div(plainFactor(unit)) : value, unit: plain };
}

function withoutScale(unit: string): string {
  const scale = scalesBySize.find((word) => unit.startsWith(word) && lookUpUnit(unit.slice(word.length)));
  const rest = unit.slice(scale?.length ?? 0);
  return rest === '' ? unit : rest;
}
