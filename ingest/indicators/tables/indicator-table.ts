import type { Figure } from '../figure.js';
import { readCell } from './cell.js';
import { type Column, readColumns } from './columns.js';
import { gridOf } from './header.js';
import { fitsColumns, type Row, readRows } from './read-rows.js';
import { rowFigures } from './row-figures.js';
import { readRowName } from './row-name.js';
import { surroundings, type TableRequest, tableSpan } from './table-place.js';
import words from './table-words.json' with { type: 'json' };

/** Share of the filled cells that must be figures. */
const leastFigures = 0.4;
const investment = new RegExp(words.investment);
const forecastNote = new RegExp(words.forecastNote);

/** Reads a table whose rows are indicators and whose columns are years; undefined when it is none. */
export function readIndicatorTable(request: TableRequest): Figure[] | undefined {
  const { table, section, frame, warnings } = request;
  const grid = gridOf(table);
  const columns = readColumns({ grid, frame, span: tableSpan(table, section) });
  const values = columns.flatMap((column, at) => (column.role === 'value' ? [{ column, at }] : []));
  const hasName = columns.some((column) => column.role === 'name');
  if (values.length === 0 || !hasName || namesThings(grid.header, columns)) return undefined;
  const starMeansForecast = forecastNote.test(surroundings(table, section));
  const rows = readRows({ grid, columns, groups: table.rowGroups });
  if (!holdsFigures(rows, values)) return [];
  return rows.flatMap((row) => {
    if (fitsColumns(row.cells, columns)) return rowFigures({ request, row, values, starMeansForecast });
    warnings.push(`a row does not fit its table's columns and was left out: "${row.cells.join(' | ')}"`);
    return [];
  });
}

/** Most value columns name an indicator of their own, and the rows are places or projects. */
function namesThings(header: readonly string[], columns: readonly Column[]): boolean {
  const values = columns.filter((column) => column.role === 'value');
  const labelled = values.filter((column) => column.label !== '').length;
  const nameAt = columns.findIndex((column) => column.role === 'name');
  const isOfProjects = /项目|工程/.test(header[nameAt] ?? '') && !/指标/.test(header[nameAt] ?? '');
  // 总投资 beside 2025年, 2026年: what is spent on each project.
  if (isOfProjects && header.some((head) => investment.test(readRowName(head).name))) return true;
  return labelled > values.length / 2 && !/指标/.test(header[nameAt] ?? '');
}

/** A schedule of work has years over its columns too, but sentences in them; those are read as prose. */
function holdsFigures(rows: readonly Row[], values: readonly { at: number }[]): boolean {
  const cells = rows.flatMap((row) => values.map(({ at }) => readCell(row.cells[at] ?? '', '')));
  const filled = cells.filter((cell) => cell.kind !== 'none');
  return filled.filter((cell) => cell.kind === 'quantity').length >= filled.length * leastFigures;
}
