import type { Section } from '../../structure.js';
import type { Figure } from '../figure.js';
import type { PlanFrame } from '../plan-frame.js';
import { readEntityTable } from './entity-table.js';
import { readIndicatorTable } from './indicator-table.js';
import { readTextCells } from './text-cells.js';

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
    const request = { table, section, frame, warnings };
    const figures = readIndicatorTable(request) ?? readEntityTable(request) ?? [];
    return [...figures, ...readTextCells(request)];
  });
}
