import { findQuantities } from '../../../src/quantity/find-quantities.js';
import { foldWidth } from '../../../src/quantity/fold-width.js';
import { parseQuantity } from '../../../src/quantity/parse-quantity.js';
import { lookUpUnit } from '../../../src/quantity/units.js';
import type { Quantity } from '../../../src/records.js';
import words from './table-words.json' with { type: 'json' };

/** What a cell of a value column says. */
export type Cell =
  | { kind: 'none' }
  | {
      kind: 'quantity';
      quantity: Quantity;
      starred: boolean;
      cumulative: boolean;
      /** Words beside the figure that say what it is (新增2000个), or ''. */
      label: string;
    }
  | { kind: 'words'; hasFigures: boolean };

/** The mark of a note behind a figure. */
const noteMark = /(?<=[\d%％])[⁰¹²³⁴-⁹]{1,3}$/;
const longestFigure = 40;
/** How much may stand beside the figure in a cell that is still a figure. */
const longestRest = 6;

/** Reads a cell; `unit` is the row's or the head's, for cells that give none. */
export function readCell(cell: string, unit: string): Cell {
  const text = foldWidth(cell).trim().replace(noteMark, '');
  if (words.blank.includes(text)) return { kind: 'none' };
  const starred = /[*]\)?$/.test(text);
  const cumulative = /^[[【〔]/.test(text) || words.cumulative.some((word) => text.startsWith(word));
  const figure = text.replace(/^[[【〔]\s*累计\s*[\]】〕]\s*/, '').replace(/^[[【〔](.*)[\]】〕]$/, '$1');
  const quantity = figure.length <= longestFigure ? quantityOf(figure, unit) : undefined;
  if (quantity) return { kind: 'quantity', quantity, starred, cumulative, label: labelOf(figure) };
  return { kind: 'words', hasFigures: findQuantities(text).some((span) => span.role === 'quantity') };
}

function quantityOf(text: string, unit: string): Quantity | undefined {
  const bare = text.replace(/[*]$/, '');
  const own = parseQuantity(bare) ?? loneQuantity(bare);
  if (own) return own.unit === '' ? { ...own, unit: symbolOf(unit) } : own;
  const isNumber = /^[^\d一-鿿]{0,2}\d{4}$/.test(bare);
  if (!isNumber) return undefined;
  // Four digits alone read as a year; the column says that they are not.
  const year = parseQuantity(`${bare}${unit}`) ?? parseQuantity(`${bare}.0`);
  return year && { ...year, unit: symbolOf(unit) };
}

/** 交易额突破10亿元 → 交易额; what only bounds or sums is no label. */
function labelOf(figure: string): string {
  const before =
    /^[一-鿿]{2,8}?(?=[\d≥≤<>]|突破|超过|达到|不低于|不少于|不超过|约|达)/.exec(figure)?.[0] ?? '';
  return words.plainLabels.includes(before) ? '' : before;
}

/** One figure with a word or two around it (每年 3 次, 10个以上/年). */
function loneQuantity(text: string): Quantity | undefined {
  const [span, ...others] = findQuantities(text).filter((one) => one.role === 'quantity');
  if (!span || others.length > 0 || text.length - span.raw.length > longestRest) return undefined;
  const { value, valueMax, unit, comparator } = span;
  return { value, valueMax, unit, comparator };
}

/** The unit in its usual spelling, or as written when it is not known. */
export function symbolOf(unit: string): string {
  return lookUpUnit(unit)?.symbol || unit;
}
