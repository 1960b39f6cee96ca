import { foldWidth } from '../quantity/fold-width.js';
import { foldQuote } from './fold-quote.js';

/** A figure, or the words between two figures. */
interface Cell {
  text: string;
  isFigure: boolean;
}

/** Labels between two cells of a row are no longer than this (2025年目标). */
const longestLabel = 12;
const figure = /\d[\d,]*(?:\.\d+)?%?/g;

/**
 * Whether a text holds the cells of a quoted table row, in order; short labels may stand between them, other
 * figures may not.
 */
export function holdsRow(text: string, row: string): boolean {
  const wanted = cellsOf(row);
  if (wanted.filter((cell) => cell.isFigure).length === 0) return false;
  const found = cellsOf(text);
  return found.some((_, start) => followsFrom(found, start, wanted));
}

function cellsOf(text: string): Cell[] {
  const folded = foldWidth(text);
  const cells: Cell[] = [];
  let position = 0;
  for (const match of folded.matchAll(figure)) {
    cells.push(wordCell(folded.slice(position, match.index)));
    cells.push({ text: match[0].replaceAll(',', ''), isFigure: true });
    position = match.index + match[0].length;
  }
  cells.push(wordCell(folded.slice(position)));
  return cells.filter((cell) => cell.text !== '');
}

function wordCell(text: string): Cell {
  return { text: foldQuote(text).replaceAll('.', ''), isFigure: false };
}

function followsFrom(found: readonly Cell[], start: number, wanted: readonly Cell[]): boolean {
  let at = start;
  for (const [index, cell] of wanted.entries()) {
    const next = index === 0 ? firstCell(found, at, cell) : nextCell(found, at, cell);
    if (next === undefined) return false;
    at = next + 1;
  }
  return true;
}

function firstCell(found: readonly Cell[], at: number, wanted: Cell): number | undefined {
  const cell = found[at];
  const fits = wanted.isFigure
    ? cell?.isFigure && cell.text === wanted.text
    : cell?.text.endsWith(wanted.text);
  return fits ? at : undefined;
}

function nextCell(found: readonly Cell[], from: number, wanted: Cell): number | undefined {
  let skipped = 0;
  for (let at = from; at < found.length && skipped <= longestLabel; at++) {
    const cell = found[at];
    if (!cell) return undefined;
    if (fitsAfterLabel(cell, wanted)) return at;
    if (cell.isFigure && !isYear(found, at)) return undefined;
    skipped += cell.text.length;
  }
  return undefined;
}

function fitsAfterLabel(cell: Cell, wanted: Cell): boolean {
  if (cell.isFigure !== wanted.isFigure) return false;
  if (wanted.isFigure) return cell.text === wanted.text;
  const at = cell.text.indexOf(wanted.text);
  return at >= 0 && at <= longestLabel;
}

/** The year of a column's label (2025年) is no cell. */
function isYear(cells: readonly Cell[], at: number): boolean {
  return /^(?:19|20)\d\d$/.test(cells[at]?.text ?? '') && (cells[at + 1]?.text.startsWith('年') ?? false);
}
