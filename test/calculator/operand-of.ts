import type { Operand } from '../../src/calculator/operand.js';
import { parseQuantity } from '../../src/quantity/parse-quantity.js';

/** An operand from its short form: `存款:6.5万亿元以上@2025`. */
export function operandOf(text: string): Operand {
  const [, name = '', figure = '', year] = /^(?:([^:]+):)?([^@]*)(?:@(\d{4}))?$/.exec(text) ?? [];
  const quantity = parseQuantity(figure);
  if (!quantity) throw new Error(`${figure} is no quantity`);
  const { value, unit, comparator } = quantity;
  return {
    name,
    value,
    unit,
    comparator,
    year: year === undefined ? null : Number(year),
    source: 'user',
    citation: null,
  };
}
