import { findQuantities } from '../../../src/quantity/find-quantities.js';
import type { PeriodSpan } from '../../../src/quantity/periods.js';
import type { Figure } from '../figure.js';
import { readText } from '../prose/read-prose.js';
import { scopeOfEntity } from '../scope.js';
import scopeWords from '../scope-words.json' with { type: 'json' };
import { readCell } from './cell.js';
import { type Column, readColumns } from './columns.js';
import { type Grid, gridOf } from './header.js';
import { readRowName } from './row-name.js';
import { periodColumn, periodOfRow, type TableRequest, tableSpan } from './table-place.js';
import words from './table-words.json' with { type: 'json' };

const placeEnding = new RegExp(scopeWords.entitySuffix);
/** From this share of figures on a column is one of figures. */
const leastFigures = 0.6;
const neverFigures: readonly Column['role'][] = ['serial', 'unit', 'attribute', 'name', 'category', 'part'];

/** A cell with sentences, and the figures that they state. */
export interface TextCell {
  text: string;
  figures: Figure[];
}

/**
 * Reads the figures in the sentences of a table's cells, each with the years and the place of its column.
 * Cells that are one figure belong to the readers of indicator tables and tables of places.
 */
export function readTextCells(request: Omit<TableRequest, 'proseCells'>): TextCell[] {
  const { table, section, frame } = request;
  const grid = gridOf(table);
  const columns = readColumns({ grid, frame, span: tableSpan(table, section) });
  const named = columns.findIndex((column) => column.role === 'name');
  const periodAt = periodColumn(grid.header);
  const nameAt = named >= 0 ? named : columns.findIndex((column) => column.role !== 'serial');
  return grid.rows.flatMap((row) =>
    cellsOf(row, columns).flatMap(({ text, column, at }): TextCell[] => {
      const head = grid.header[at] ?? '';
      const isDetail = column?.role === 'part' && !words.part.includes(head);
      const isFigures = !isDetail && neverFigures.includes(column?.role ?? 'text');
      if (at === nameAt || isFigures || !(isSentence(text) || isDeed(text, grid, at))) return [];
      const isPlace =
        row.length === grid.header.length && placeEnding.test(head) && !placeEnding.test(row[0] ?? '');
      const own = periodOfRow(row, periodAt);
      const period = column?.role === 'value' ? periodOf(column.year) : own && spanOf(own);
      const place = {
        sectionPath: section.path,
        lines: table.lines,
        source: 'table' as const,
        // Beside a place the row only names a topic.
        ...(isPlace ? {} : { subject: readRowName(row[nameAt] ?? '').name }),
        ...(period ? { period } : {}),
        ...(isPlace ? { scope: scopeOfEntity(head, frame) } : {}),
      };
      const figures = readText(text, place, frame);
      return figures.length === 0 ? [] : [{ text, figures }];
    }),
  );
}

/** A sentence holds figures and more than a figure. */
function isSentence(text: string): boolean {
  return text.length >= 6 && readCell(text, '').kind === 'words' && findQuantities(text).length > 0;
}

/** 组建医共体2个 in a column of deeds; in a column of figures the word beside a figure only says of what it is. */
function isDeed(text: string, { rows }: Grid, at: number): boolean {
  const cell = readCell(text, '');
  if (cell.kind !== 'quantity' || !/^[一-鿿]{4}/.test(text)) return false;
  const cells = rows.map((row) => readCell(row[at] ?? '', ''));
  return cells.filter(({ kind }) => kind === 'quantity').length < cells.length * leastFigures;
}

interface PlacedCell {
  text: string;
  column: Column | undefined;
  at: number;
}

/**
 * A row that lacks cells, or leaves all stages but the first empty, has one for all its stages; what follows
 * the stages of a short row is matched from the right.
 */
function cellsOf(row: Grid['rows'][number], columns: readonly Column[]): PlacedCell[] {
  const missing = columns.length - row.length;
  const first = columns.findIndex((column) => column.role === 'value');
  const last = columns.findLastIndex((column) => column.role === 'value');
  const stages = columns.flatMap((column, at) => (column.role === 'value' ? [at] : []));
  const spans = stages.length > 1 && stages.every((at) => ((row[at] ?? '').trim() === '') === (at !== first));
  return row.map((cell, at) => {
    const text = cell.trim();
    if (spans && at === first) return { text, column: columns[last], at };
    if (missing <= 0 || first < 0 || at < first) return { text, column: columns[at], at };
    const fromRight = at + missing;
    if (fromRight > last) return { text, column: columns[fromRight], at: fromRight };
    return { text, column: columns[last], at: last };
  });
}

function spanOf({ from, to }: { from: number; to: number }): PeriodSpan {
  return { start: 0, end: 0, raw: '', from, to, kind: 'year' };
}

function periodOf(year: number | null): PeriodSpan | undefined {
  return year === null ? undefined : { start: 0, end: 0, raw: '', from: year, to: year, kind: 'year' };
}
