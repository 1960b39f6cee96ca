import { Exact } from '../../quantity/exact.js';
import { isRoundingOf, sameQuantity } from '../../quantity/same-quantity.js';
import { convert, lookUpUnit } from '../../quantity/units.js';
import type { Comparator, Quantity } from '../../records.js';

const upwards: ReadonlySet<Comparator> = new Set(['>', '>=']);
const downwards: ReadonlySet<Comparator> = new Set(['<', '<=']);

/**
 * Whether a figure as a claim states it is the one that a plan states: the same amount, in another unit of
 * its kind, as a bare count, or rounded and said to be so; never bounded the other way, nor where the plan
 * sets no bound.
 */
export function fitsQuantity(said: Quantity, stated: Quantity): boolean {
  if (areOpposed(said.comparator, stated.comparator)) return false;
  if (sameQuantity(said, stated) || sameCount(said, stated))
    return !addsBound(said.comparator, stated.comparator);
  if (!isRoundingOf(said, stated)) return false;
  return said.comparator === '~' || isOnItsSide(said, stated);
}

function areOpposed(a: Comparator, b: Comparator): boolean {
  return (upwards.has(a) && downwards.has(b)) || (downwards.has(a) && upwards.has(b));
}

/** "no more than 8000" for "reaches 8000": to leave a bound out is coarse, to make one up is wrong. */
function addsBound(said: Comparator, stated: Comparator): boolean {
  if (stated !== '=' && stated !== '~') return false;
  return downwards.has(said) || said === '>' || (said === '>=' && stated === '~');
}

/** "over 2800" for 2803.4, but not for 2796. */
function isOnItsSide(said: Quantity, stated: Quantity): boolean {
  const value = convert({ value: new Exact(stated.value), from: stated.unit, to: said.unit });
  if (upwards.has(said.comparator)) return value.gte(said.value);
  return downwards.has(said.comparator) && value.lte(said.value);
}

/** English has no classifiers: "48" is 48家, and "34,200" 3.42万张, where what is counted is named beside it. */
function sameCount(said: Quantity, stated: Quantity): boolean {
  if (said.unit !== '' || lookUpUnit(stated.unit)?.kind !== 'count') return false;
  const bare = stated.unit.replace(/^[百千万亿]+/, '');
  const counted = (value: number) =>
    lookUpUnit(bare) ? convert({ value: new Exact(value), from: stated.unit, to: bare }).toNumber() : value;
  const valueMax = stated.valueMax === null ? null : counted(stated.valueMax);
  return sameQuantity(said, { ...stated, value: counted(stated.value), valueMax, unit: '' });
}
