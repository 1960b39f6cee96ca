import type { Table } from './blocks.js';
import words from './parse/flattened-tables.json' with { type: 'json' };

const categories = new Set([...words.category, '']);

/**
 * A table's rows, each readable alone: a category that stands once for the rows below it is repeated, and
 * so is a name that several rows share.
 */
export function spannedRows({ header, rows, rowGroups }: Table): string[][] {
  const spanning = header.flatMap((_, x) => (spansRows({ header, rows }, x) ? [x] : []));
  const open = new Map<number, string>();
  return rows.map((row, y) => {
    const isTotal = new RegExp(words.totals).test(row.find((cell) => cell !== '') ?? '');
    const group = rowGroups?.[y] ?? '';
    const named = group === '' ? -1 : row.findIndex((cell) => cell !== '');
    return header
      .map((_, x) => row[x] ?? '')
      .concat(row.slice(header.length))
      .map((cell, x) => {
        if (x === named) return group + cell;
        if (!spanning.includes(x) || isTotal) return cell;
        if (cell !== '') open.set(x, cell);
        return cell === '' ? (open.get(x) ?? '') : cell;
      });
  });
}

/** The first column, or one of categories, where its cells are words, the first filled and some below empty. */
function spansRows({ header, rows }: Pick<Table, 'header' | 'rows'>, x: number): boolean {
  const isCategory = categories.has(header[x] ?? '');
  const cells = rows.map((row) => row[x] ?? '');
  const isText = cells.every((cell) => cell === '' || !/^[\d.,%％]+$/.test(cell));
  return (x === 0 || (isCategory && x <= 2)) && isText && cells[0] !== '' && cells.includes('');
}
