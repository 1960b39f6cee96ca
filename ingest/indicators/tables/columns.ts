import { findPeriods } from '../../../src/quantity/periods.js';
import type { Indicator } from '../../../src/records.js';
import type { PlanFrame } from '../plan-frame.js';
import scopeWords from '../scope-words.json' with { type: 'json' };
import type { Grid } from './header.js';
import words from './table-words.json' with { type: 'json' };

/** A column of figures: for which year, and how firm. */
export interface ValueColumn {
  role: 'value';
  year: number | null;
  yearFrom: number | null;
  kind: Indicator['kind'];
  growth: boolean;
  cumulative: boolean;
  /** What the head names besides the years (2025年能耗总量 → 能耗总量), or ''. */
  label: string;
  /** Whose the figures are, where the head says (2025年目标全省 → 全省), or ''. */
  place: string;
  /** How much is added over the years, not what it comes to (五年增量). */
  isChange: boolean;
}

/** What a column holds. */
export type Column =
  | { role: 'serial' | 'unit' | 'attribute' | 'note' | 'category' | 'name' | 'part' | 'text' }
  | ValueColumn;

const periodHead = new RegExp(words.periodHeads);
const change = new RegExp(words.change);
const has = (list: readonly string[], text: string) => list.some((word) => text.includes(word));
const isBlank = (cell: string) => words.blank.includes(cell.trim());

/** Reads each column's part in the table from its head and its cells. */
export function readColumns({
  grid,
  frame,
  span,
}: {
  grid: Grid;
  frame: PlanFrame;
  /** Years that the caption names; stages (第一年) count from the first. */
  span: { from: number; to: number } | undefined;
}): Column[] {
  const columns = grid.header.map((head, at) => {
    const cells = grid.rows.map((row) => (row[at] ?? '').trim()).filter((cell) => !isBlank(cell));
    return readColumn({ head, cells, frame, span });
  });
  return withNames(withGrowthYears(withBaselines(columns, grid.header, frame), frame));
}

/** 目标值2020年 beside 目标值2025年: the head over both names what comes later. */
function withBaselines(columns: Column[], heads: readonly string[], frame: PlanFrame): Column[] {
  const { start } = frame;
  const sharedOf = (at: number) => withoutPeriods(heads[at] ?? '');
  const isLater = (column: Column, at: number, shared: string) =>
    column.role === 'value' && (column.year ?? 0) >= (start ?? 0) && sharedOf(at) === shared;
  return columns.map((column, at) => {
    if (column.role !== 'value' || column.kind !== 'target' || column.year === null || start === null)
      return column;
    const isBefore = column.year < start && columns.some((one, place) => isLater(one, place, sharedOf(at)));
    return isBefore ? { ...column, kind: 'baseline' } : column;
  });
}

function withoutPeriods(head: string): string {
  return findPeriods(head).reduceRight((text, one) => text.slice(0, one.start) + text.slice(one.end), head);
}

function readColumn({
  head,
  cells,
  frame,
  span,
}: {
  head: string;
  cells: readonly string[];
  frame: PlanFrame;
  span: { from: number; to: number } | undefined;
}): Column {
  if (words.serial.includes(head)) return { role: 'serial' };
  if (words.unit.includes(head)) return { role: 'unit' };
  const attributes = cells.filter((cell) => words.attributeValues.includes(cell));
  const isAttribute = cells.length > 0 && attributes.length >= cells.length / 2;
  if (isAttribute && findPeriods(head).length === 0) return { role: 'attribute' };
  if (words.attribute.includes(head)) return { role: 'attribute' };
  if (words.note.includes(head) || periodHead.test(head)) return { role: 'note' };
  if (words.category.includes(head)) return { role: 'category' };
  if (words.part.includes(head)) return { role: 'part' };
  if (words.name.includes(head)) return { role: 'name' };
  return valueColumn({ head, cells, frame, span }) ?? { role: 'text' };
}

function valueColumn(place: {
  head: string;
  cells: readonly string[];
  frame: PlanFrame;
  span: { from: number; to: number } | undefined;
}): ValueColumn | undefined {
  const { head, cells, frame, span } = place;
  const growth = has(words.growth, head);
  const cumulative = has(words.cumulative, head) || change.test(head);
  const places = [...scopeWords.wholes, ...frame.otherPlaces];
  const column = (
    year: number | null,
    kind: ValueColumn['kind'],
    yearFrom: number | null = null,
  ): ValueColumn => ({
    role: 'value',
    year,
    yearFrom,
    // A rate between two columns follows from them: it is neither a goal set nor a fact measured.
    kind: growth ? 'growth' : kind,
    growth,
    cumulative,
    label: places.includes(labelOf(head)) ? '' : labelOf(head),
    place: places.includes(labelOf(head)) ? labelOf(head) : '',
    isChange: change.test(head),
  });
  const stage = words.stages.findIndex((word) => head.endsWith(word));
  const start = span?.from ?? frame.start;
  if (stage >= 0 && start !== null) return column(start + stage, 'target');
  const period = findPeriods(head).at(-1);
  if (period) {
    const isSpan = period.from < period.to && (growth || cumulative);
    return column(period.to, kindOf({ head, year: period.to, frame }), isSpan ? period.from : null);
  }
  const numeric = cells.filter((cell) => /^[^一-鿿]*\d/.test(cell)).length;
  if (growth && (numeric > 0 || cells.length === 0)) return column(null, 'target');
  // [累计] alone is what the plan's whole period brings.
  if (cumulative && numeric > 0 && (labelOf(head) === '' || change.test(head)))
    return column(frame.end, 'target', frame.start);
  if (has(words.past, head) && numeric >= cells.length / 2)
    return column(span && span.from === span.to ? span.from : frame.base, 'baseline');
  if (/值|目标$/.test(head) && has(words.target, head)) return column(span?.to ?? frame.end, 'target');
  return undefined;
}

const plainHead = new RegExp(words.plainHeads.join('|'), 'g');

/** What a column's head says is in it, years, firmness and units aside. */
export function labelOf(head: string): string {
  const label = withoutPeriods(head)
    .replace(/[（(〔[【][^）)〕\]】]*[）)〕\]】]/g, '')
    .replace(/[“”"\s]/g, '')
    .replace(plainHead, '');
  return label.length >= 2 ? label : '';
}

/** How firm the figures of a column are, from its head and year. */
export function kindOf({
  head,
  year,
  frame,
}: {
  head: string;
  year: number;
  frame: PlanFrame;
}): Indicator['kind'] {
  if (has(words.forecast, head)) return 'forecast';
  if (has(words.past, head)) return 'baseline';
  if (has(words.target, head)) return 'target';
  return frame.start !== null && year < frame.start ? 'baseline' : 'target';
}

/** A growth column without years runs from the last baseline to the last target. */
function withGrowthYears(columns: Column[], frame: PlanFrame): Column[] {
  const values = columns.filter((column) => column.role === 'value');
  const yearsOf = (wanted: (column: ValueColumn) => boolean) =>
    values.flatMap((column) => (wanted(column) && column.year !== null ? [column.year] : []));
  const first = yearsOf((column) => column.kind === 'baseline').at(-1) ?? frame.base;
  const last = yearsOf((column) => !column.growth && column.kind !== 'baseline').at(-1) ?? frame.end;
  return columns.map((column) =>
    column.role === 'value' && column.growth && column.year === null
      ? { ...column, year: last, yearFrom: first }
      : column,
  );
}

/** The name is the column called so, or the text before the first figures; more text beside it is a part. */
function withNames(columns: Column[]): Column[] {
  const firstValue = columns.findIndex((column) => column.role === 'value');
  if (firstValue < 0) return columns;
  const named = columns.findIndex((column) => column.role === 'name');
  const texts = columns.flatMap((column, at) => (column.role === 'text' && at < firstValue ? [at] : []));
  const categories = columns.flatMap((column, at) => (column.role === 'category' ? [at] : []));
  const name = named >= 0 ? named : (texts[0] ?? categories.at(-1));
  return columns.map((column, at) => {
    if (at === name) return { role: 'name' };
    if (column.role === 'name')
      return at > (name ?? -1) && at < firstValue ? { role: 'part' } : { role: 'note' };
    if (column.role !== 'text') return column;
    if (at > firstValue) return { role: 'note' };
    return at > (name ?? -1) ? { role: 'part' } : { role: 'category' };
  });
}
