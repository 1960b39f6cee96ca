import { foldWidth } from '../../../src/quantity/fold-width.js';
import type { Table } from '../../blocks.js';
import words from './table-words.json' with { type: 'json' };

/** A table with one header row whose cells stand over the cells below. */
export interface Grid {
  header: string[];
  rows: string[][];
}

/** Puts a second header row (stages or years under a merged cell) into the first. */
export function gridOf({ header, rows }: Pick<Table, 'header' | 'rows'>): Grid {
  const first = rows[0] ?? [];
  const filled = first.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
  const [from, to] = [filled[0], filled.at(-1)];
  const isSubheader =
    filled.length > 1 &&
    first[0]?.trim() === '' &&
    filled.every((at) => isPeriodLabel(first[at] ?? '')) &&
    from !== undefined &&
    to !== undefined;
  if (!isSubheader) return { header: header.map(plain), rows };
  const missing = first.length - header.length;
  const labels = first.slice(from, to + 1);
  const merged = header[from] ?? '';
  const spanned = missing > 0 ? [merged] : header.slice(from, to + 1);
  const joined = labels.map((label, at) => plain(`${spanned[missing > 0 ? 0 : at] ?? ''}${label}`));
  const rest = header.slice(missing > 0 ? from + 1 : to + 1);
  return { header: [...header.slice(0, from), ...joined, ...rest].map(plain), rows: rows.slice(1) };
}

function isPeriodLabel(cell: string): boolean {
  const label = plain(cell);
  return words.stages.includes(label) || (/^(?:19|20)\d\d年?\D{0,6}$/.test(label) && label.length <= 12);
}

function plain(cell: string): string {
  return foldWidth(cell).replace(/\s+/g, '').replace(/[*_]/g, '');
}
