import { sameQuantity } from '../../quantity/same-quantity.js';
import type { Calculation, Quantity } from '../../records.js';
import { fitsQuantity } from './fits-quantity.js';
import { contentWords, inPlanWords } from './said-words.js';
import { shareHeld } from './share-held.js';

/** What a result may be off by where it is shown with few digits. */
const tolerance = 0.005;
const leastNamed = 0.4;

/** The figure is the result of the calculation or one of its inputs, and the claim names what went in. */
export function fitsCalculation(
  figure: Quantity,
  claim: string,
  { operation, inputs, result }: Calculation,
): boolean {
  const known = [result, ...inputs, ...asMultiple(operation, result)];
  const isKnown = known.some(({ value, unit }) => {
    const stated = { value, valueMax: null, unit, comparator: '=' } as const;
    return sameQuantity(figure, stated, { tolerance }) || fitsQuantity(figure, stated);
  });
  return isKnown && namesInput(claim, inputs);
}

/** A growth of 98 % is "nearly doubled". */
function asMultiple(operation: string, { value, unit }: Calculation['result']) {
  if (operation === 'growth' && unit === '%') return [{ value: 1 + value / 100, unit: '倍' }];
  return operation === 'ratio' ? [{ value, unit: '倍' }] : [];
}

function namesInput(claim: string, inputs: Calculation['inputs']): boolean {
  const said = inPlanWords(claim);
  const names = inputs
    .filter(({ source, name }) => source !== 'constant' && name !== '')
    .map(({ name }) => name);
  return names.length === 0 || names.some((name) => shareHeld(contentWords(name), said) >= leastNamed);
}
