import { findPeriods } from '../../../src/quantity/periods.js';
import type { Figure } from '../figure.js';
import { measureOf } from '../measure.js';
import { tenseOf } from '../prose/kind.js';
import { ownScope, type Scope, scopeOfEntity } from '../scope.js';
import scopeWords from '../scope-words.json' with { type: 'json' };
import { type Cell, readCell } from './cell.js';
import { labelOf } from './columns.js';
import { type Grid, gridOf } from './header.js';
import { impliedUnit, readRowName } from './row-name.js';
import {
  periodColumn,
  periodOfRow,
  rowQuotes,
  surroundings,
  type TableRequest,
  tableSpan,
  unitOver,
} from './table-place.js';
import words from './table-words.json' with { type: 'json' };

interface FigureColumn {
  at: number;
  name: string;
  unit: string;
  /** The year that the head gives, and whether it speaks of a goal. */
  year: number | null;
  isGoal: boolean;
}

const periodHead = new RegExp(words.periodHeads);
const investment = new RegExp(words.investment);
const placeEnding = new RegExp(scopeWords.entitySuffix);
/** Share of a column's cells that must be figures. */
const leastFigures = 0.6;

/** Reads a table whose rows are places or kinds of things and whose columns are indicators. */
export function readEntityTable(request: TableRequest): Figure[] | undefined {
  const { table, section, frame } = request;
  const grid = gridOf(table);
  const columns = figureColumns(grid, {
    subject: subjectOf(table.caption ?? section.title),
    unit: unitOver(table, section),
  });
  const nameAt = nameColumn(grid, columns);
  if (columns.length === 0 || nameAt === undefined || grid.rows.length < 2) return undefined;
  if (!namesRows(grid, nameAt)) return undefined;
  const isPlaces = holdsPlaces(grid, nameAt);
  const around = surroundings(table, section);
  const year = tableSpan(table, section)?.to ?? null;
  const isAhead = words.intended.some((word) => around.includes(word));
  const isOfLater = year !== null && frame.start !== null && year > frame.start;
  // What a table of places gives for a year to come are its targets, though places are as they are.
  const intended = (isAhead && isOfLater) || (!isPlaces && (isAhead || tenseOf(section.path) === 'future'));
  const periodAt = periodColumn(grid.header);
  const entities = entitiesOf(grid, nameAt);
  return grid.rows.flatMap((cells, index) =>
    alignTotal({ cells, columns, grid }).map(({ column, text, cell }): Figure => {
      const entity = entities[index] ?? '';
      const own = periodOfRow(cells, periodAt);
      const given = column.year ?? own?.to ?? null;
      const isLate = given !== null && frame.start !== null && given > frame.start;
      const isPast = given !== null && frame.start !== null && given < frame.start;
      const aims = !isPast && (column.isGoal || isLate || intended);
      const name = isPlaces ? column.name : `${entity}${column.name}`;
      const scope: Scope = isPlaces ? scopeOfEntity(entity, frame) : ownScope;
      return {
        name,
        ...scope,
        quantity: cell.quantity,
        text,
        year: given ?? year ?? (aims ? frame.end : null),
        yearFrom: column.year === null && own && own.from < own.to ? own.from : null,
        measure: measureOf({ name, unit: cell.quantity.unit }),
        kind: aims ? 'target' : 'actual',
        attribute: null,
        source: 'table',
        sectionPath: section.path,
        lines: table.lines,
        quotes: rowQuotes(cells, cells[nameAt] ?? '', text),
      };
    }),
  );
}

/** What each row is of: a project or place, the group that it sums up (一、高速公路 | 3个), or the sum of all. */
function entitiesOf({ rows }: Grid, nameAt: number): string[] {
  let group = '';
  return rows.map((cells) => {
    const first = (cells[0] ?? '').trim();
    const named = (cells[nameAt] ?? '').trim();
    if (words.total.includes(first)) return first === '小计' ? `${group}${first}` : first;
    const isCountOnly = nameAt > 0 && /[一-鿿]{2}/.test(first) && readCell(named, '').kind !== 'words';
    if (isCountOnly) group = readRowName(first).name;
    return isCountOnly ? group : readRowName(named).name || first;
  });
}

/** What a caption says that the figures are of: 表2 各县用水总量控制指标（单位：亿立方米） → 用水总量控制指标. */
function subjectOf(caption: string): string {
  const name = caption
    .replace(/[（(][^（()）]*[）)]/g, '')
    .replace(/^\s*(?:专栏|[附图表])\s*[\d\-—.]*\s*/, '')
    .replace(/^(?:[各全]|[一二两三四五六七八九十]+)[省市县区州旗]+(?:\s*[（(]?[省市县区州旗]?[）)]?)/, '');
  const period = findPeriods(name).at(-1);
  return period ? '' : name.trim();
}

function figureColumns({ header, rows }: Grid, over: { subject: string; unit: string }): FigureColumn[] {
  let before = '';
  let spent: { unit: string } | undefined;
  return header.flatMap((head, at) => {
    const { name, unit } = readRowName(head);
    const cells = rows.map((row) => readCell(row[at] ?? '', unit)).filter((cell) => cell.kind !== 'none');
    const figures = cells.filter((cell) => cell.kind === 'quantity').length;
    if (periodHead.test(name)) return [];
    const isFigures = at > 0 && name !== '' && figures > 0 && figures >= cells.length * leastFigures;
    if (!isFigures || words.serial.includes(name) || /内容|备注|说明/.test(name)) return [];
    const period = findPeriods(name).at(-1);
    const label = labelOf(name) || name;
    const isGoal = words.target.some((word) => name.includes(word));
    // 下降目标: of what the column before it holds.
    const own = period || isGoal ? label : name;
    // 2025年控制指标: the caption says of what.
    if (investment.test(name)) spent = { unit };
    // 总投资（亿元） | 2025年 | 2026年: what is spent in each year.
    if (period && spent && labelOf(name) === '')
      return [{ at, name: '投资', unit: unit || spent.unit || over.unit, year: period.to, isGoal: true }];
    const plain = period && words.openHeads.includes(own) && over.subject !== '' ? over.subject : own;
    const named = words.changeEnds.includes(plain) ? before + plain : plain;
    before = plain;
    const year = period?.to ?? null;
    return [{ at, name: named, unit: unit || impliedUnit(named) || over.unit, year, isGoal }];
  });
}

/** Numbers name nothing. */
function namesRows({ rows }: Grid, nameAt: number): boolean {
  const named = rows.filter((row) => /[一-鿿A-Za-z]{2}/.test(row[nameAt] ?? row[0] ?? ''));
  return named.length >= rows.length / 2;
}

/** The text column with the most different entries names the rows. */
function nameColumn({ header, rows }: Grid, columns: readonly FigureColumn[]): number | undefined {
  const figures = new Set(columns.map((column) => column.at));
  const texts = header.flatMap((head, at) => (figures.has(at) || words.serial.includes(head) ? [] : [at]));
  const variety = (at: number) =>
    new Set(rows.map((row) => row[at] ?? '').filter((cell) => cell !== '')).size;
  return [...texts].sort((a, b) => variety(b) - variety(a) || a - b)[0];
}

function holdsPlaces({ header, rows }: Grid, nameAt: number): boolean {
  const head = header[nameAt] ?? '';
  if (/项目|工程/.test(head)) return false;
  const names = rows.map((row) => (row[nameAt] ?? '').trim());
  const places = names.filter((name) => placeEnding.test(name)).length;
  return places >= names.length / 2 || words.entity.some((word) => head.endsWith(word) && head !== word);
}

type FigureCell = Extract<Cell, { kind: 'quantity' }>;

/** A total's row often lacks the cells of the text columns: its figures are matched from the right by unit. */
function alignTotal({
  cells,
  columns,
  grid,
}: {
  cells: readonly string[];
  columns: readonly FigureColumn[];
  grid: Grid;
}): { column: FigureColumn; text: string; cell: FigureCell }[] {
  const isShort = cells.length < grid.header.length;
  const shift =
    isShort && words.total.includes((cells[0] ?? '').trim()) ? grid.header.length - cells.length : 0;
  if (isShort && shift === 0) return [];
  return columns.flatMap((column) => {
    const at = column.at - shift;
    const text = (cells[at] ?? '').trim();
    const cell = readCell(text, column.unit);
    return at > 0 && cell.kind === 'quantity' ? [{ column, text, cell }] : [];
  });
}
