import type { Indicator } from '../../../records.js';
import { termInName } from '../../../retrieve/find-indicators.js';
import type { QueryTerm } from '../../../retrieve/query-terms.js';
import { type Column, columnsOf } from '../calculation/columns-of.js';
import { plain } from './figure-pool.js';

/** Figures of one name, one a line, that stand under one heading: a column of a table, the works of a box. */
export interface Family extends Column {
  /** The column's name and the headings above it, folded. */
  head: string;
  /** Whether every line under the heading has one of the figures. */
  isWhole: boolean;
}

const leastRows = 2;
const levels = [0, 1];

const known = new WeakMap<Indicator, readonly Family[]>();

/** All families of figures of one plan's rows, worked out once. */
export function familiesOf(rows: readonly Indicator[]): readonly Family[] {
  const [first] = rows;
  if (!first) return [];
  const found = known.get(first) ?? levels.flatMap((level) => familiesAt(level, rows));
  known.set(first, found);
  return found;
}

/** Under the nearest heading, or under the one above, where each part has a section of its own. */
function familiesAt(level: number, rows: readonly Indicator[]): Family[] {
  const sections = grouped(rows, ({ sectionPath }) => pathOf(sectionPath, level).join('\n'));
  return [...sections.values()].flatMap((section) => {
    const path = pathOf(section[0]?.sectionPath ?? [], level);
    if (
      level > 0 &&
      (path.length === 0 || section.every(({ sectionPath }) => sectionPath.length === path.length))
    )
      return [];
    const lines = new Set(section.filter(isFigure).map((row) => lineOf(row, level)));
    const figures = section.filter(isFigure);
    const anyYear = hasYearALine(figures);
    const alike = grouped(figures, ({ unit, year, measure }) =>
      [unit, anyYear ? '' : year, measure].join('\n'),
    );
    return [...alike.values()].flatMap((some) =>
      columnsOf(some, { least: leastRows, anyYear })
        .map(withoutTotals)
        .filter(({ cells }) => cells.length >= leastRows)
        .map((column) => ({
          ...column,
          head: plain([column.name, ...path.slice(-2)].join(' ')),
          isWhole: new Set(column.cells.map(({ row }) => lineOf(row, level))).size === lines.size,
        })),
    );
  });
}

/** A table of works gives each its own year; where a line has several years, they are columns. */
function hasYearALine(rows: readonly Indicator[]): boolean {
  const named = new Set(rows.map(({ quote, name, scope }) => [quote, name, scope].join('\n')));
  return named.size === rows.length && rows.every(({ source }) => source === 'table');
}

/** 总投资 beside the investments of works is no work. */
function withoutTotals(column: Column): Column {
  return { ...column, cells: column.cells.filter(({ label }) => !total.test(label)) };
}

const total = /^(?:总|合计|共|全部|累计)/;

function pathOf(sectionPath: readonly string[], level: number): readonly string[] {
  return level === 0 ? sectionPath : sectionPath.slice(0, -level);
}

/** A line of a table or box; of the heading above, a section. */
function lineOf({ quote, sectionPath }: Indicator, level: number): string {
  return level === 0 ? quote : sectionPath.join('\n');
}

function isFigure({ value, valueMax }: Indicator): boolean {
  return value !== null && valueMax === null;
}

/** Whether a text says a word of the question, in these or other words. */
export function says(text: string, term: QueryTerm): boolean {
  return termInName(term, text) >= leastCredit;
}

const leastCredit = 0.65;

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
