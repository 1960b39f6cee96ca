import { type Table, tableText } from '../../blocks.js';
import type { Section } from '../../structure.js';
import type { Figure } from '../figure.js';
import type { PlanFrame } from '../plan-frame.js';
import { readCell } from './cell.js';
import { readEntityTable } from './entity-table.js';
import { readIndicatorTable } from './indicator-table.js';
import { readTextCells } from './text-cells.js';
import { transposed } from './transposed.js';

/** A table with so many figures should have given some. */
const manyFigures = 4;

/** Every figure of a section's tables. */
export function readTables({
  section,
  frame,
  warnings,
}: {
  section: Section;
  frame: PlanFrame;
  warnings: string[];
}): Figure[] {
  return section.blocks.flatMap((table) => {
    if (table.kind !== 'table') return [];
    const textCells = readTextCells({ table, section, frame, warnings });
    const proseCells = new Set(textCells.map(({ text }) => text));
    const turned = transposed(table);
    const base = { section, frame, warnings, proseCells };
    const request = turned ? { ...base, table: turned, turnedFrom: table } : { ...base, table };
    const figures = readIndicatorTable(request) ?? readEntityTable(request) ?? [];
    const all = [...figures, ...textCells.flatMap((cell) => cell.figures)];
    if (all.length === 0 && countFigures(table) >= manyFigures)
      warnings.push(
        `no figures were taken from a table (lines ${table.lines.join('-')}), its columns are not understood; it can be found as text: ${tableText(table).slice(0, 60)}`,
      );
    return all;
  });
}

function countFigures({ rows }: Table): number {
  const cells = rows.flatMap((row) => row.slice(1).map((cell) => readCell(cell, '')));
  return cells.filter((cell) => cell.kind === 'quantity').length;
}
