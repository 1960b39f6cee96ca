import type { ReadIndicator } from '../../../src/models/indicator-reader.js';
import { findQuantities } from '../../../src/quantity/find-quantities.js';
import { foldWidth } from '../../../src/quantity/fold-width.js';
import { findPeriods } from '../../../src/quantity/periods.js';
import { lookUpUnit } from '../../../src/quantity/units.js';
import type { Passage, Quantity } from '../../../src/records.js';
import type { Figure } from '../figure.js';
import { measureOf } from '../measure.js';
import type { PlacedFigure } from '../placed-figure.js';
import type { PlanFrame } from '../plan-frame.js';
import { ownScope, scopeOfEntity } from '../scope.js';
import { readCell, symbolOf } from '../tables/cell.js';
import { sharedPairs } from './shared-pairs.js';

const longestQuote = 200;
const longestName = 60;
/** Share of a name's character pairs that the passage and its titles must hold. */
const leastNamed = 0.6;

interface Request {
  row: ReadIndicator;
  passage: Passage;
  frame: PlanFrame;
}

/**
 * Makes a row of what a model read, with the amount as the quote has it and not as the model says; a text is
 * the reason why there is none.
 */
export function checkReading({ row, passage, frame }: Request): PlacedFigure | string {
  const offset = row.quote.trim() === '' ? -1 : passage.text.indexOf(row.quote);
  if (offset < 0) return 'its quote is not in the passage';
  if (row.quote.length > longestQuote) return `its quote is longer than ${longestQuote} characters`;
  const place = { passage, quote: row.quote, offset };
  const where = [...passage.sectionPath, passage.text].join('\n');
  const name = row.name.trim();
  if (name.length < 2 || name.length > longestName || sharedPairs(name, where) < leastNamed)
    return 'its name is not in the passage';
  if (row.scope !== null && !where.includes(row.scope))
    return `its place "${row.scope}" is not in the passage`;
  const amount = amountOf(row, passage);
  if (typeof amount === 'string') return amount;
  return { place, figure: figureOf({ row, name, passage, frame, ...amount }) };
}

interface Amount {
  quantity: Quantity | null;
  text: string;
}

/** The figure as its quote has it: a sentence's with the words that bound it, a table cell's with its unit. */
function amountOf({ figure, unit, quote }: ReadIndicator, passage: Passage): Amount | string {
  const text = figure.trim();
  if (text === '' || !standsAlone(quote, text)) return 'the figure is not in its quote';
  if (!/\d|[一二三四五六七八九十百千万亿]/.test(text)) return { quantity: null, text };
  const at = quote.indexOf(text);
  const span = findQuantities(quote).find(
    (one) => one.role === 'quantity' && one.start < at + text.length && one.end > at,
  );
  if (span && span.unit !== '') {
    const { value, valueMax, comparator } = span;
    return { quantity: { value, valueMax, unit: span.unit, comparator }, text };
  }
  const given = unit !== null && lookUpUnit(unit) && foldWidth(passage.text).includes(foldWidth(unit));
  const cell = readCell(text, given ? symbolOf(unit) : '');
  if (cell.kind !== 'quantity')
    return /\d/.test(text) ? 'the figure cannot be read' : { quantity: null, text };
  return { quantity: cell.quantity, text };
}

/** 9% does not stand in 19%. */
function standsAlone(quote: string, figure: string): boolean {
  const [whole, part] = [foldWidth(quote), foldWidth(figure)];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const joinsBefore = /\d$/.test(part.slice(0, 1)) && /[\d.]$/.test(whole.slice(0, at));
    const joinsAfter = /\d$/.test(part) && /^(?:\d|\.\d)/.test(whole.slice(at + part.length));
    if (!joinsBefore && !joinsAfter) return true;
  }
  return false;
}

function figureOf({
  row,
  name,
  passage,
  frame,
  quantity,
  text,
}: Request & Amount & { name: string }): Figure {
  const years = yearsIn(passage, frame);
  const known = (year: number | null) => (year !== null && years.has(year) ? year : null);
  const { kind, attribute, scope } = row;
  const year = known(row.year);
  return {
    name,
    ...(scope === null ? ownScope : scopeOfEntity(scope, frame)),
    quantity,
    text,
    year: year ?? (kind === 'target' ? frame.end : null),
    yearFrom: known(row.yearFrom),
    measure: measureOf({ name, unit: quantity?.unit ?? '' }),
    kind,
    attribute: attribute !== null && passage.text.includes(attribute) ? attribute : null,
    source: passage.kind === 'table' ? 'table' : 'prose',
    sectionPath: passage.sectionPath,
    lines: passage.lines,
    quotes: [row.quote],
  };
}

/** Years that a figure of the passage can be for: those that are named there, and the ends of the plan. */
function yearsIn({ sectionPath, text }: Passage, frame: PlanFrame): Set<number> {
  const named = findPeriods([...sectionPath, text].join('\n')).flatMap(({ from, to }) => [from, to]);
  const own = [frame.base, frame.start, frame.end].filter((year) => year !== null);
  return new Set([...named, ...own]);
}
