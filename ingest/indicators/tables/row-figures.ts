import { lookUpUnit } from '../../../src/quantity/units.js';
import type { Figure } from '../figure.js';
import { measureOf } from '../measure.js';
import proseWords from '../prose/prose-words.json' with { type: 'json' };
import { scopeOfEntity, scopeOfName } from '../scope.js';
import { type Cell, readCell } from './cell.js';
import type { ValueColumn } from './columns.js';
import type { Row } from './read-rows.js';
import { impliedUnit } from './row-name.js';
import { rowQuotes, type TableRequest, unitOver } from './table-place.js';
import words from './table-words.json' with { type: 'json' };

interface PlacedColumn {
  column: ValueColumn;
  at: number;
}

interface CellRequest {
  request: TableRequest;
  row: Row;
  column: ValueColumn;
  text: string;
  at: number;
  /** Undefined for a goal in words. */
  cell: Extract<Cell, { kind: 'quantity' }> | undefined;
  starMeansForecast: boolean;
  /** No other column of the row has a goal. */
  isOnlyGoal: boolean;
}

const ownChange = new RegExp(`(?:${words.changeEnds.join('|')})(?:[（(][^（()）]*[）)])?$`);
/** What is counted as it comes (城镇新增就业) adds up to a figure of its own name. */
const ownIncrement = /新增|累计/;
const ratioName = /(?:率|比重|占比|比例|指数|系数)$/;

/** The figures of one row of an indicator table, a column each. */
export function rowFigures({
  request,
  row,
  values,
  starMeansForecast,
}: {
  request: TableRequest;
  row: Row;
  values: readonly PlacedColumn[];
  starMeansForecast: boolean;
}): Figure[] {
  if (row.name === '') return [];
  const filled = values.filter(({ at }) => readCell(row.cells[at] ?? '', '').kind !== 'none');
  const over = unitOver(request.table, request.section);
  // A cell that spans the columns of the goal and of its growth stands in both.
  let before = '';
  const goals = filled.filter(({ column }) => column.kind === 'target' || column.growth);
  return filled.flatMap(({ column, at }) => {
    const text = (row.cells[at] ?? '').trim();
    const cell = readCell(text, column.growth ? '%' : row.unit || impliedUnit(row.name) || over);
    if (cell.kind === 'none') return [];
    if (column.growth && text === before && /[一-鿿]/.test(text)) return [];
    before = text;
    const place = { request, row, text, at, starMeansForecast, isOnlyGoal: goals.length === 1 };
    if (cell.kind === 'quantity') return [cellFigure({ ...place, column, cell })];
    if (cell.hasFigures && request.proseCells.has(text)) return [];
    if (cell.hasFigures) request.warnings.push(`kept as text: "${row.name}" ${text.slice(0, 60)}`);
    const settled = filled.length === 1 ? (lastTarget(values) ?? column) : column;
    return [cellFigure({ ...place, column: settled, cell: undefined })];
  });
}

function cellFigure(place: CellRequest): Figure {
  const { request, row, column, text, cell } = place;
  const { table, section, frame } = request;
  const said =
    column.growth || column.isChange
      ? saidOfGrowth(place)
      : {
          name: row.name + labelOf(row.name, cell) + spentOn(place),
          kind: column.kind,
          unit: cell?.quantity.unit ?? '',
        };
  const cumulative =
    ((column.cumulative || column.isChange) && !column.growth) || (cell?.cumulative ?? false);
  const isAhead = frame.start !== null && column.year !== null && column.year > frame.start;
  const isForecast = cell?.starred && place.starMeansForecast;
  return {
    name: said.name,
    aliases: row.aliases,
    ...(column.place === '' ? scopeOfName(said.name, frame) : scopeOfEntity(column.place, frame)),
    quantity: cell ? { ...cell.quantity, unit: said.unit } : null,
    text: text.slice(0, 200),
    year: column.year,
    yearFrom: column.yearFrom ?? (cumulative && isAhead ? frame.start : null),
    measure: cumulative ? 'cumulative' : measureOf({ name: said.name, unit: said.unit }),
    kind: isForecast ? 'forecast' : said.kind,
    attribute: row.attribute,
    source: 'table',
    sectionPath: section.path,
    lines: table.lines,
    quotes: quotesOf(place),
  };
}

const moneyNoun = new RegExp(`${proseWords.moneyNouns}|投资|${proseWords.payers}`);

/** Under 分领域投资计划 each row is what is invested in its field. */
function spentOn({ request, row, cell }: CellRequest): string {
  const isMoney = lookUpUnit(cell?.quantity.unit ?? '')?.kind === 'money';
  const isPlan = /投资/.test(request.table.caption ?? '');
  return isMoney && isPlan && !moneyNoun.test(row.name) ? '投资' : '';
}

function quotesOf({ request, row, text, at }: CellRequest): string[] {
  const original = request.turnedFrom?.rows[at - 1];
  return original ? rowQuotes(original, original[0] ?? '', text) : rowQuotes(row.cells, row.nameCell, text);
}

/**
 * What a cell of a growth column says: the growth of a level; for a row that is a change or a ratio itself
 * (城镇调查失业率 <5.5), its goal; in square brackets, what it adds up to over the period.
 */
function saidOfGrowth({ row, column, cell, isOnlyGoal }: CellRequest) {
  const unit = cell?.quantity.unit ?? '';
  const isRatio = lookUpUnit(row.unit)?.kind === 'ratio' && ratioName.test(row.name);
  if (ownChange.test(row.name)) return { name: row.name, kind: 'target' as const, unit };
  if (cell?.cumulative && ownIncrement.test(row.name))
    return { name: row.name, kind: 'target' as const, unit: row.unit || unit };
  if (cell?.cumulative || column.isChange)
    return {
      name: `${row.name}累计变化`,
      kind: 'target' as const,
      unit: isRatio ? '个百分点' : row.unit || unit,
    };
  if (isRatio && isOnlyGoal) return { name: row.name, kind: 'target' as const, unit };
  return { name: `${row.name}年均增速`, kind: column.kind, unit };
}

/** Words in a cell that say what its figure is (新增2000个). */
function labelOf(name: string, cell: CellRequest['cell']): string {
  const label = cell?.label ?? '';
  return label === '' || name.includes(label) ? '' : label;
}

/** A qualitative goal stands once in a row, whichever column the page put it in. */
function lastTarget(values: readonly PlacedColumn[]): ValueColumn | undefined {
  return values.map(({ column }) => column).findLast((column) => column.kind === 'target' && !column.growth);
}
