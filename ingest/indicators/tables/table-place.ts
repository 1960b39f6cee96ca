import { findPeriods } from '../../../src/quantity/periods.js';
import { type Table, tableText } from '../../blocks.js';
import type { Section } from '../../structure.js';
import type { PlanFrame } from '../plan-frame.js';
import words from './table-words.json' with { type: 'json' };

/** What a table reader is given. */
export interface TableRequest {
  table: Table;
  section: Section;
  frame: PlanFrame;
  warnings: string[];
  /** Cells whose sentences are read as prose. */
  proseCells: ReadonlySet<string>;
  /** The row as the plan has it, where the table was turned: what stood in column `at` is row `at - 1`. */
  turnedFrom?: Table;
}

const longestQuote = 200;
const longestNote = 40;

/** Words to quote for a figure of a row: the row, else from its name on, else the cell, else its begin. */
export function rowQuotes(row: readonly string[], name: string, cell: string): string[] {
  const whole = tableText({ header: [], rows: [[...row]] });
  const from = Math.max(0, whole.indexOf(name));
  const at = whole.indexOf(cell, from);
  const part = at < 0 ? '' : whole.slice(from, at + cell.length);
  return [whole, part, cell, cell.slice(0, longestQuote)].filter((quote) => quote !== '');
}

/** The unit that stands over a table for all of it (单位：万千瓦), or ''. */
export function unitOver(table: Table, section: Section): string {
  const notes = section.blocks.flatMap((block) =>
    block.kind !== 'table' && block.text.length <= longestNote && block.lines[1] <= table.lines[0]
      ? [block.text]
      : [],
  );
  for (const text of [table.caption ?? '', ...notes.reverse(), section.title]) {
    const unit = /单位[:：]\s*([^\s）)，。、；]+)/.exec(text)?.[1];
    if (unit) return unit;
  }
  return '';
}

/** The years that a table's caption, or the titles above it, name. */
export function tableSpan(table: Table, section: Section): { from: number; to: number } | undefined {
  const titles = [table.caption ?? '', ...[...section.path].reverse()];
  for (const title of titles) {
    const periods = findPeriods(title);
    const period = periods.find((one) => one.from < one.to) ?? periods[0];
    if (period) return { from: period.from, to: period.to };
  }
  return undefined;
}

const periodHead = new RegExp(words.periodHeads);
const endHead = new RegExp(words.endHeads);

/** The column that says when each row is done (建设年限, 完成时限), or −1; the year of the end before that of the begin. */
export function periodColumn(header: readonly string[]): number {
  const end = header.findIndex((head) => endHead.test(head));
  return end >= 0 ? end : header.findIndex((head) => periodHead.test(head));
}

/** The years that a row gives in its column of years (建设年限, 完成时限), where it has one. */
export function periodOfRow(
  cells: readonly string[],
  periodAt: number,
): { from: number; to: number } | undefined {
  const cell = periodAt < 0 ? '' : (cells[periodAt] ?? '');
  const periods = findPeriods(/^\s*(?:19|20)\d\d\s*$/.test(cell) ? `${cell.trim()}年` : cell);
  const [first, last] = [periods[0], periods.at(-1)];
  return first && last ? { from: Math.min(first.from, last.from), to: last.to } : undefined;
}

/** What stands around a table: its caption, the titles above it and the notes beside it. */
export function surroundings(table: Table, section: Section): string {
  const texts = section.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
  return [table.caption ?? '', ...section.path, ...texts.filter((text) => text.length <= 200)].join('\n');
}
