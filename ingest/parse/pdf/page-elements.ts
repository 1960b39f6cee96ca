import type { Grid, GridCell } from '../grid/cell-grid.js';
import { joinPieces, mendSpaces } from '../spacing.js';
import type { KnownTable } from './aligned-categories.js';
import type { Strips } from './aligned-columns.js';
import { findAlignedTables } from './aligned-tables.js';
import { buildLines } from './build-lines.js';
import type { PdfItem, PdfLine, PdfPage } from './page.js';
import { type Frame, findFrames } from './ruled-frames.js';
import { splitAtRulings } from './split-items.js';

/** A table, or the part of one that stands on a page. */
export interface PdfTable {
  kind: 'table';
  /** Number of its first row among all the lines of the file; 0 before they are counted. */
  number: number;
  page: number;
  grid: Grid;
  /** Where its columns stand, to know it again on the next page. */
  xs: number[];
  isRuled: boolean;
  /** Where its columns part, for a table without rulings. */
  strips?: Strips;
  /** True where it was found to go on with the table before. */
  goesOn?: boolean;
}

export type PdfElement = PdfLine | PdfTable;

/** Parts a page into lines of text and tables, in the order of writing. */
export function pageElements(page: PdfPage): PdfElement[] {
  const frames = findFrames(page.rulings);
  const framed = splitAtRulings(page.items, frames).map((item) => ({
    item,
    frame: frameAround(item, frames),
  }));
  const elements: PdfElement[] = [];
  const done = new Set<number>();
  let open: PdfItem[] = [];
  let openFrame: number | null = null;
  const flush = () => {
    elements.push(...buildLines(open, { page: page.number, frame: openFrame }));
    open = [];
  };
  for (const { item, frame } of framed) {
    if (frame !== openFrame) flush();
    openFrame = frame;
    const table = frame === null ? undefined : frames[frame];
    if (frame === null || !table || !isTable(table)) open.push(item);
    else if (!done.has(frame)) {
      done.add(frame);
      const inside = framed.filter((one) => one.frame === frame).map((one) => one.item);
      elements.push({
        kind: 'table',
        number: 0,
        page: page.number,
        grid: gridOf(table, inside),
        xs: table.xs,
        isRuled: true,
      });
    }
  }
  flush();
  return elements;
}

/** The smallest frame around an item. */
function frameAround(item: PdfItem, frames: readonly Frame[]): number | null {
  const [x, y] = middleOf(item);
  let best: { at: number; area: number } | undefined;
  for (const [at, { xs, ys }] of frames.entries()) {
    const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0];
    if (x < left || x > right || y < top || y > bottom) continue;
    const area = (right - left) * (bottom - top);
    if (!best || area < best.area) best = { at, area };
  }
  return best?.at ?? null;
}

function middleOf(item: PdfItem): [number, number] {
  return [(item.left + item.right) / 2, item.y - item.size * 0.35];
}

/** A frame of one column is a box around text. */
function isTable({ cells }: Frame): boolean {
  const inSomeRow = Math.max(...cells.map((row) => new Set(row).size));
  return inSomeRow >= 2 && cells.length >= 2;
}

function gridOf({ xs, ys, cells }: Frame, items: readonly PdfItem[]): Grid {
  const inside = new Map<number, PdfItem[]>();
  for (const item of items) {
    const [x, y] = middleOf(item);
    const column = xs.findIndex((edge, at) => x >= edge && x <= (xs[at + 1] ?? edge));
    const row = ys.findIndex((edge, at) => y >= edge && y <= (ys[at + 1] ?? edge));
    const label = cells[row]?.[column];
    if (label === undefined) continue;
    const own = inside.get(label);
    if (own) own.push(item);
    else inside.set(label, [item]);
  }
  const made = new Map<number, GridCell>();
  const cellOf = (label: number): GridCell => {
    const cell = made.get(label) ?? { text: cellText(inside.get(label) ?? []), isHeader: false };
    made.set(label, cell);
    return cell;
  };
  return cells.map((row) => row.map(cellOf));
}

function cellText(items: readonly PdfItem[]): string {
  const lines = buildLines(items, { page: 0, frame: null }).sort((a, b) => a.y - b.y);
  return lines.reduce((text, line) => joinPieces(text, mendSpaces(line.text)), '');
}

/**
 * Finds tables without rulings among the lines of a page; they stand where their first line was written.
 * @param before what the page before ends with
 */
export function withAlignedTables(elements: readonly PdfElement[], before?: PdfElement): PdfElement[] {
  const lines = elements.filter((element) => element.kind === 'line');
  const owners = new Map<PdfElement, PdfTable>();
  for (const frame of new Set(lines.map((line) => line.frame))) {
    const own = lines.filter((line) => line.frame === frame);
    const known = elements[0]?.kind === 'line' ? knownTable(before) : undefined;
    for (const found of findAlignedTables(sideBySide(own), known)) {
      const { grid, xs, strips, goesOn, top, bottom } = found;
      const inside = own.filter(({ y, size }) => y >= top - size / 2 && y <= bottom + size / 2);
      const table: PdfTable = {
        kind: 'table',
        number: 0,
        page: inside[0]?.page ?? 0,
        grid,
        xs,
        strips,
        goesOn,
        isRuled: false,
      };
      for (const line of inside) owners.set(line, table);
    }
  }
  const placed = new Set<PdfTable>();
  return elements.flatMap((element) => {
    const table = owners.get(element);
    if (!table) return [element];
    if (placed.has(table)) return [];
    placed.add(table);
    return [table];
  });
}

function knownTable(before: PdfElement | undefined): KnownTable | undefined {
  if (before?.kind !== 'table' || !before.strips) return undefined;
  return { strips: before.strips, firstHead: before.grid[0]?.[0]?.text ?? '' };
}

/** Lines from the top down, with everything at one height on one line, whenever it was written. */
function sideBySide(lines: readonly PdfLine[]): PdfLine[] {
  const items = lines.flatMap((line) => line.items).sort((a, b) => a.y - b.y);
  return buildLines(items, { page: lines[0]?.page ?? 0, frame: lines[0]?.frame ?? null });
}
