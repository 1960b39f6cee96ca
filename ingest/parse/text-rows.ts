import type { Table } from '../blocks.js';
import words from './flattened-tables.json' with { type: 'json' };
import { joinPieces } from './spacing.js';

const longestLabel = 14;
const mostHeaderRows = 3;
const groupName = new RegExp(words.groupNames);
/** A total's name spans the columns before its figures. */
const totals = new RegExp(words.totals);

/** Columns of one header cell that labels stand under. */
interface Group {
  at: number;
  columns: number;
}

/**
 * Reads rows of cells as header and rows: header rows put into one, torn rows put together, and short rows
 * filled up to the header's width.
 */
export function readRows(source: readonly string[][]): Pick<Table, 'header' | 'rows' | 'headRows'> {
  let header = [...(source[0] ?? [])];
  let count = 1;
  let group: Group | undefined;
  while (count < mostHeaderRows && count < source.length - 1) {
    const merged = mergedHeader(header, source[count] ?? [], source[count + 1]?.length ?? 0);
    if (!merged) break;
    header = merged.header;
    group = merged.group;
    count += 1;
  }
  const whole = joinTornRows(source.slice(count), header.length);
  const rows = whole.map((row) => filledUp(row, header.length, group));
  return count === 1 ? { header, rows } : { header, rows, headRows: source.slice(0, count) };
}

/** A row without a number of its own among numbered ones is the rest of the short row above it. */
function joinTornRows(rows: readonly string[][], width: number): string[][] {
  const isNumbered = (row: readonly string[]) => /^\d{1,3}[.、]?$/.test(row[0] ?? '');
  if (rows.filter(isNumbered).length < rows.length * 0.8) return [...rows];
  const joined: string[][] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const isRest = !isNumbered(row) && row[0] !== '' && !totals.test(row[0] ?? '');
    if (above && isRest && above.length + row.length <= width) above.push(...row);
    else joined.push([...row]);
  }
  return joined;
}

/** Empty cells where a row has none: under a merged group, between a total and its figures, at the end. */
function filledUp(row: readonly string[], width: number, group: Group | undefined): string[] {
  const missing = width - row.length;
  if (missing <= 0) return [...row];
  const empty = Array.from({ length: missing }, () => '');
  const spanned = row[group?.at ?? -1] ?? '';
  if (group && missing === group.columns - 1 && /[一-鿿]{5}/.test(spanned))
    return [...row.slice(0, group.at + 1), ...empty, ...row.slice(group.at + 1)];
  const isTotal = totals.test(row[0] ?? '') && !row.includes('');
  return isTotal ? [...row.slice(0, 1), ...empty, ...row.slice(1)] : [...row, ...empty];
}

interface Merged {
  header: string[];
  group?: Group;
}

/** The header with a second row of it under some of its cells, or undefined where that row is none. */
function mergedHeader(
  header: readonly string[],
  below: readonly string[],
  width: number,
): Merged | undefined {
  const filled = below.flatMap((cell, at) => (cell === '' || cell === header[at] ? [] : [at]));
  const first = filled[0] ?? -1;
  if (first < 0 || !filled.every((at) => isLabel(below[at] ?? ''))) return undefined;
  if (below.length === header.length && below.length > filled.length) return underCells(header, below);
  const added = filled.length - 1;
  const labels = filled.map((at) => below[at] ?? '');
  if (added > 0 && below.length === header.length + added && areNeighbours(filled))
    return underGroup(header, labels, first);
  const named = header.findIndex((cell) => groupName.test(cell));
  const isAlone = filled.length === below.length && added > 0 && width === header.length + added;
  return isAlone && named >= 0 ? underGroup(header, labels, named) : undefined;
}

/** A row of the same width: each of its labels stands under a cell, or under what spans from the left. */
function underCells(header: readonly string[], below: readonly string[]): Merged | undefined {
  const isOwn = (at: number) => below[at] !== '' && below[at] !== header[at];
  const fits = below.every((cell, at) => (cell === '' ? header[at] !== '' : at > 0 || !isOwn(at)));
  const spans = below.some(
    (_, at) => isOwn(at) && (header[at] === '' || ['', header[at]].includes(header[at + 1] ?? '|')),
  );
  if (!fits || !spans) return undefined;
  let group = '';
  const merged = below.map((cell, at) => {
    group = header[at] || group;
    return isOwn(at) ? joinPieces(group, cell) : (header[at] ?? '');
  });
  return { header: merged };
}

/** Labels under one cell that spans them. */
function underGroup(header: readonly string[], labels: readonly string[], at: number): Merged {
  const joined = labels.map((label) => joinPieces(header[at] ?? '', label));
  return {
    header: [...header.slice(0, at), ...joined, ...header.slice(at + 1)],
    group: { at, columns: labels.length },
  };
}

const areNeighbours = (places: readonly number[]): boolean =>
  places.every((place, at) => at === 0 || place === (places[at - 1] ?? 0) + 1);

/** A year, a stage or a few words; a figure is a cell of the body. */
function isLabel(cell: string): boolean {
  const isPeriod = /^[“"（(]?(?:19|20)\d\d\s*年?/.test(cell) || /十[一二三四五六七八九]五/.test(cell);
  return (
    cell.length <= longestLabel &&
    (isPeriod || !/\d|[。；，]/.test(cell)) &&
    !/^[-—–－]+$/.test(cell) &&
    !words.attributeWords.includes(cell)
  );
}
