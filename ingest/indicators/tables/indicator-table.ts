import type { Figure } from '../figure.js';
import { measureOf } from '../measure.js';
import { scopeOfName } from '../scope.js';
import { type Cell, readCell } from './cell.js';
import { type Column, readColumns, type ValueColumn } from './columns.js';
import { gridOf } from './header.js';
import { impliedUnit, isBareName, joinGroup, readRowName } from './row-name.js';
import { rowQuotes, surroundings, type TableRequest, tableSpan } from './table-place.js';
import words from './table-words.json' with { type: 'json' };

interface Row {
  cells: readonly string[];
  name: string;
  nameCell: string;
  unit: string;
  attribute: string | null;
}

/** Share of the filled cells that must be figures. */
const leastFigures = 0.4;
const forecastNote = new RegExp(words.forecastNote);

/** Reads a table whose rows are indicators and whose columns are years; undefined when it is none. */
export function readIndicatorTable(request: TableRequest): Figure[] | undefined {
  const { table, section, frame } = request;
  const grid = gridOf(table);
  const columns = readColumns({ grid, frame, span: tableSpan(table, section) });
  const values = columns.flatMap((column, at) => (column.role === 'value' ? [{ column, at }] : []));
  const hasName = columns.some((column) => column.role === 'name');
  if (values.length === 0 || !hasName) return undefined;
  const starMeansForecast = forecastNote.test(surroundings(table, section));
  const rows = readRows({ grid, columns, groups: table.rowGroups });
  if (!holdsFigures(rows, values)) return [];
  return rows.flatMap((row) => rowFigures({ request, row, values, starMeansForecast }));
}

function readRows({
  grid,
  columns,
  groups,
}: {
  grid: ReturnType<typeof gridOf>;
  columns: readonly Column[];
  groups: readonly string[] | undefined;
}): Row[] {
  const at = (role: Column['role']) => columns.findIndex((column) => column.role === role);
  const [nameAt, partAt, unitAt, attributeAt] = [at('name'), at('part'), at('unit'), at('attribute')];
  const headUnit = readRowName(grid.header[nameAt] ?? '').unit;
  let above = '';
  let unitAbove = '';
  let attributeAbove: string | null = null;
  return grid.rows.map((cells, index) => {
    const nameCell = (cells[nameAt] ?? '').trim();
    const read = readRowName(nameCell);
    const part = readRowName((cells[partAt] ?? '').trim());
    const group = groups?.[index] ?? '';
    if (read.name !== '' && !read.isPart && !isBareName(read.name) && group === '') above = read.name;
    const own =
      read.name === '' ? above : isBareName(read.name) ? joinGroup(group || above, read.name) : read.name;
    const name = part.name === '' ? joinGroup(group, own) : joinGroup(own, part.name);
    const given = (cells[unitAt] ?? '').trim();
    const unit = given || part.unit || read.unit || headUnit || (read.isPart ? unitAbove : '');
    if (!read.isPart) unitAbove = unit || unitInRow(cells);
    // A merged cell is missing in the rows of its group.
    const attribute =
      cells.length <= attributeAt && group !== '' ? attributeAbove : attributeOf(cells[attributeAt]);
    attributeAbove = attribute;
    return {
      cells,
      name,
      nameCell: nameCell || (cells[partAt] ?? ''),
      unit: unit || unitInRow(cells),
      attribute,
    };
  });
}

/** A row whose first figure carries the unit lends it to the others (21家, 23, 27). */
function unitInRow(cells: readonly string[]): string {
  for (const cell of cells) {
    const read = readCell(cell, '');
    if (read.kind === 'quantity' && read.quantity.unit !== '') return read.quantity.unit;
  }
  return '';
}

function attributeOf(cell: string | undefined): string | null {
  const text = cell?.trim() ?? '';
  const known = words.attributeValues.find((value) => text.startsWith(value));
  if (!known) return null;
  return known.endsWith('性') ? known : `${known}性`;
}

function rowFigures({
  request,
  row,
  values,
  starMeansForecast,
}: {
  request: TableRequest;
  row: Row;
  values: readonly { column: ValueColumn; at: number }[];
  starMeansForecast: boolean;
}): Figure[] {
  const filled = values.filter(({ at }) => readCell(row.cells[at] ?? '', '').kind !== 'none');
  if (row.name === '') return [];
  return filled.flatMap(({ column, at }) => {
    const text = (row.cells[at] ?? '').trim();
    const cell = readCell(text, column.growth ? '%' : row.unit || impliedUnit(row.name));
    if (cell.kind === 'none') return [];
    if (cell.kind === 'quantity')
      return [cellFigure({ request, row, column, text, cell, starMeansForecast })];
    if (isProse(text) && cell.hasFigures) return [];
    if (cell.hasFigures) request.warnings.push(`kept as text: "${row.name}" ${text.slice(0, 60)}`);
    const settled = filled.length === 1 ? (lastTarget(values) ?? column) : column;
    return [cellFigure({ request, row, column: settled, text, cell: undefined, starMeansForecast })];
  });
}

function cellFigure({
  request,
  row,
  column,
  text,
  cell,
  starMeansForecast,
}: {
  request: TableRequest;
  row: Row;
  column: ValueColumn;
  text: string;
  /** Undefined for a goal in words. */
  cell: Extract<Cell, { kind: 'quantity' }> | undefined;
  starMeansForecast: boolean;
}): Figure {
  const { table, section, frame } = request;
  const name = column.growth && !isGrowthName(row.name) ? `${row.name}年均增速` : row.name;
  const cumulative = column.cumulative || (cell?.cumulative ?? false);
  return {
    name,
    ...scopeOfName(name, frame),
    quantity: cell?.quantity ?? null,
    text: text.slice(0, 200),
    year: column.year,
    yearFrom: column.yearFrom ?? (cumulative ? frame.start : null),
    measure: cumulative ? 'cumulative' : measureOf({ name, unit: cell?.quantity.unit ?? '' }),
    kind: cell?.starred && starMeansForecast ? 'forecast' : column.kind,
    attribute: row.attribute,
    source: 'table',
    sectionPath: section.path,
    lines: table.lines,
    quotes: rowQuotes(row.cells, row.nameCell, text),
  };
}

/** A schedule of work has years over its columns too, but sentences in them; those are read as prose. */
function holdsFigures(rows: readonly Row[], values: readonly { at: number }[]): boolean {
  const cells = rows.flatMap((row) => values.map(({ at }) => readCell(row.cells[at] ?? '', '')));
  const filled = cells.filter((cell) => cell.kind !== 'none');
  return filled.filter((cell) => cell.kind === 'quantity').length >= filled.length * leastFigures;
}

/** Sentences in a cell are read as prose. */
export function isProse(text: string): boolean {
  return text.length > 40 || /[；。]/.test(text);
}

function isGrowthName(name: string): boolean {
  return /(?:增速|增长率|增幅)$/.test(name);
}

/** A qualitative goal stands once in a row, whichever column the page put it in. */
function lastTarget(values: readonly { column: ValueColumn }[]): ValueColumn | undefined {
  return values.map(({ column }) => column).findLast((column) => column.kind === 'target' && !column.growth);
}
