import type { Ruling } from './page.js';

/** What rulings enclose: columns and rows between `xs` and `ys`, some of them merged. */
export interface Frame {
  xs: number[];
  ys: number[];
  /** For each row and column, which cell stands there; equal numbers are one merged cell. */
  cells: number[][];
}

/** Lines nearer to each other than this are one (a double line, two halves of a border). */
const tolerance = 3;
/** A cell's side counts as drawn when this share of it is. */
const drawnShare = 0.6;

/** Builds frames from the rulings of a page: those that touch each other belong together. */
export function findFrames(rulings: readonly Ruling[]): Frame[] {
  return components(mergeCollinear(rulings)).flatMap((lines) => {
    const frame = frameOf(lines);
    return frame ? [frame] : [];
  });
}

/** Puts pieces of one line together: borders are often drawn a cell at a time. */
function mergeCollinear(rulings: readonly Ruling[]): Ruling[] {
  const merged: Ruling[] = [];
  const sorted = [...rulings].sort(
    (a, b) =>
      a.direction.localeCompare(b.direction) || Math.round(a.at) - Math.round(b.at) || a.from - b.from,
  );
  for (const ruling of sorted) {
    const same = merged.findLast(
      (one) =>
        one.direction === ruling.direction &&
        Math.abs(one.at - ruling.at) <= tolerance / 2 &&
        one.from <= ruling.to + tolerance &&
        ruling.from <= one.to + tolerance,
    );
    if (!same) merged.push({ ...ruling });
    else {
      same.from = Math.min(same.from, ruling.from);
      same.to = Math.max(same.to, ruling.to);
    }
  }
  return merged.filter((one) => one.to - one.from > tolerance);
}

function components(rulings: readonly Ruling[]): Ruling[][] {
  const rest = new Set(rulings);
  const found: Ruling[][] = [];
  for (const first of rulings) {
    if (!rest.delete(first)) continue;
    const group = [first];
    for (const one of group)
      for (const other of rest)
        if (touches(one, other)) {
          rest.delete(other);
          group.push(other);
        }
    found.push(group);
  }
  return found;
}

function touches(a: Ruling, b: Ruling): boolean {
  if (a.direction === b.direction) return false;
  const within = (at: number, line: Ruling) => at >= line.from - tolerance && at <= line.to + tolerance;
  return within(a.at, b) && within(b.at, a);
}

function frameOf(lines: readonly Ruling[]): Frame | undefined {
  const horizontal = lines.filter((line) => line.direction === 'horizontal');
  const vertical = lines.filter((line) => line.direction === 'vertical');
  if (horizontal.length === 0 || vertical.length === 0) return undefined;
  const xs = edges(vertical, horizontal);
  const ys = edges(horizontal, vertical);
  if (xs.length < 2 || ys.length < 2) return undefined;
  return { xs, ys, cells: mergedCells({ xs, ys, horizontal, vertical }) };
}

/** Where lines stand, and where those across them end: a side may be open, as at a page break. */
function edges(lines: readonly Ruling[], across: readonly Ruling[]): number[] {
  const places = lines.map((line) => line.at).concat(across.flatMap((line) => [line.from, line.to]));
  const apart: number[] = [];
  for (const place of places.sort((a, b) => a - b))
    if (place - (apart.at(-1) ?? Number.NEGATIVE_INFINITY) > tolerance) apart.push(place);
  return apart;
}

function mergedCells({
  xs,
  ys,
  horizontal,
  vertical,
}: {
  xs: readonly number[];
  ys: readonly number[];
  horizontal: readonly Ruling[];
  vertical: readonly Ruling[];
}): number[][] {
  const columns = xs.length - 1;
  const cells = ys.slice(1).map((_, y) => xs.slice(1).map((_, x) => y * columns + x));
  const relabel = (from: number, to: number) => {
    for (const row of cells) for (const [x, label] of row.entries()) if (label === from) row[x] = to;
  };
  for (const [y, row] of cells.entries())
    for (const x of row.keys()) {
      const own = cells[y]?.[x] ?? 0;
      const [left, right, top, bottom] = [xs[x] ?? 0, xs[x + 1] ?? 0, ys[y] ?? 0, ys[y + 1] ?? 0];
      const next = cells[y]?.[x + 1];
      if (next !== undefined && !isDrawn(vertical, right, top, bottom)) relabel(next, own);
      const below = cells[y + 1]?.[x];
      if (below !== undefined && !isDrawn(horizontal, bottom, left, right))
        relabel(below, cells[y]?.[x] ?? 0);
    }
  return cells;
}

function isDrawn(lines: readonly Ruling[], at: number, from: number, to: number): boolean {
  const drawn = lines
    .filter((line) => Math.abs(line.at - at) <= tolerance)
    .reduce((sum, line) => sum + Math.max(0, Math.min(line.to, to) - Math.max(line.from, from)), 0);
  return drawn >= (to - from) * drawnShare;
}
