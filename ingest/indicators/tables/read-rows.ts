import { isHeadless, withHead } from '../prose/owner.js';
import { readCell } from './cell.js';
import type { Column } from './columns.js';
import type { Grid } from './header.js';
import { isBareName, joinGroup, readRowName } from './row-name.js';
import words from './table-words.json' with { type: 'json' };

/** 1/10万: one in so many. */
const perSoMany = /^1\s*(\/\s*\d*[十百千万]+)$/;

/** A row of an indicator table with what holds for all its figures. */
export interface Row {
  cells: readonly string[];
  name: string;
  /** Other ways to say the name: with the row that it is a part of. */
  aliases: string[];
  nameCell: string;
  unit: string;
  attribute: string | null;
}

/** Reads what the rows are called and measured in; groups, merged cells and parts go on from the rows above. */
export function readRows({
  grid,
  columns,
  groups,
}: {
  grid: Grid;
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
    // 国家级 alone says nothing, with or without 其中.
    const isLevel = isHeadless(read.name) && !/^其[他它]/.test(read.name);
    const isPart = read.isPart || isLevel;
    if (read.name !== '' && !isPart && !isBareName(read.name) && group === '') above = read.name;
    const own =
      read.name === '' ? above : isBareName(read.name) ? joinGroup(group || above, read.name) : read.name;
    const whole = isLevel && above !== '' ? withHead(own, above) : own;
    const name = part.name === '' ? joinGroup(group, whole) : joinGroup(whole, part.name);
    const given = (cells[unitAt] ?? '').trim().replace(perSoMany, '$1');
    const unit = given || part.unit || read.unit || headUnit || (isPart ? unitAbove : '');
    if (!isPart) unitAbove = unit || unitInRow(cells);
    // A merged cell is missing in the rows of its group.
    const attribute =
      cells.length <= attributeAt && group !== '' ? attributeAbove : attributeOf(cells[attributeAt]);
    attributeAbove = attribute;
    return {
      cells,
      name,
      aliases: read.isPart && above !== '' && name === read.name ? [above + name] : [],
      nameCell: nameCell || (cells[partAt] ?? ''),
      unit: unit || unitInRow(cells),
      attribute,
    };
  });
}

/** Whether what stands in the columns of units and attributes can be such: a shifted row gives no figures. */
export function fitsColumns(cells: readonly string[], columns: readonly Column[]): boolean {
  return columns.every((column, at) => {
    const cell = (cells[at] ?? '').trim();
    if (cell === '' || words.blank.includes(cell)) return true;
    if (column.role === 'unit') return perSoMany.test(cell) || !/^[≥≤<>]?\s*\d/.test(cell);
    return column.role !== 'attribute' || !/^[≥≤<>]?\s*\d+(?:\.\d+)?\s*%?$/.test(cell);
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
