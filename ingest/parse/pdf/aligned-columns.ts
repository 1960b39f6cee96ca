import { joinItems } from './build-lines.js';
import type { PdfItem, PdfLine } from './page.js';

/** Items of a line that stand too close to each other to be in two columns. */
export interface Word {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** Where the columns of a table without rulings part: middles of the strips that no cell writes into. */
export type Strips = readonly number[];

/** In sizes of the type: the widest gap within a word, the narrowest strip, how far a head juts out. */
const widestGap = 0.27;
const narrowestStrip = 0.28;
const overlap = 0.3;

/** Puts items together that one cell holds: programs write figures and Chinese as items of their own. */
export function wordsOf({ items, size, y }: PdfLine): Word[] {
  const groups: PdfItem[][] = [];
  for (const item of items) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    if (open && last && item.left - last.right < widestGap * size) open.push(item);
    else groups.push([item]);
  }
  return groups.map((group) => ({
    text: joinItems(group, size),
    left: group[0]?.left ?? 0,
    right: Math.max(...group.map((item) => item.right)),
    y,
    size,
  }));
}

/** From where to where the cells of a column reach. */
interface Column {
  left: number;
  right: number;
}

/**
 * Finds the strips between columns: columns are those of the fullest lines, as wide as other lines make
 * them, and those that only other lines have. A head over several columns makes none of them wider.
 */
export function findStrips(lines: readonly (readonly Word[])[]): Strips {
  const most = Math.max(...lines.map((words) => words.length));
  const whole = lines.filter((words) => words.length === most);
  const full = whole.length > 1 ? whole : lines.filter((words) => words.length >= most - 1);
  const columns = columnsIn(full.flat());
  const rest = lines.filter((words) => !full.includes(words)).flat();
  const loose: Word[] = [];
  for (const word of rest.sort((a, b) => a.right - a.left - (b.right - b.left))) {
    const own = columns.filter((column) => overlaps(column, word));
    if (own.length === 0) loose.push(word);
    else if (own.length === 1 && own[0]) widen(columns, own[0], word);
  }
  for (const column of columnsIn(loose)) addColumn(columns, column, loose);
  const sorted = columns.sort((a, b) => a.left - b.left);
  return sorted.slice(1).map((column, at) => ((sorted[at]?.right ?? 0) + column.left) / 2);
}

function columnsIn(words: readonly Word[]): Column[] {
  const columns: Column[] = [];
  for (const word of [...words].sort((a, b) => a.left - b.left)) {
    const open = columns.at(-1);
    if (open && word.left - open.right < narrowestStrip * word.size)
      open.right = Math.max(open.right, word.right);
    else columns.push({ left: word.left, right: word.right });
  }
  return columns;
}

function overlaps({ left, right }: Column, word: Word): boolean {
  return (
    Math.min(right, word.right) - Math.max(left, word.left) > Math.min(overlap * word.size, right - left)
  );
}

/** Lets a word make its column wider, unless nothing of the strip beside would be left. */
function widen(columns: readonly Column[], own: Column, word: Word): void {
  const [left, right] = [Math.min(own.left, word.left), Math.max(own.right, word.right)];
  const strip = narrowestStrip * word.size;
  const isFree = columns.every(
    (one) => one === own || one.right + strip <= left || one.left - strip >= right,
  );
  if (isFree) Object.assign(own, { left, right });
}

/** A column that the fullest lines leave out: outside the others, or with more than one word. */
function addColumn(columns: Column[], column: Column, loose: readonly Word[]): void {
  const words = loose.filter((word) => word.left >= column.left && word.right <= column.right);
  const strip = narrowestStrip * (words[0]?.size ?? 0);
  const isOutside =
    columns.every((one) => one.left > column.right) || columns.every((one) => one.right < column.left);
  const isFree = columns.every((one) => one.right + strip <= column.left || one.left - strip >= column.right);
  if (isFree && (isOutside || words.length > 1)) columns.push(column);
}

/** First and last column that a word stands in; a word over a strip heads the columns on both sides. */
export function columnsOf(word: Word, strips: Strips): [number, number] {
  const middle = columnAt((word.left + word.right) / 2, strips);
  const juts = overlap * 2 * word.size;
  const isAcross = strips.some((strip) => strip > word.left + juts && strip < word.right - juts);
  return isAcross ? [columnAt(word.left, strips), columnAt(word.right, strips)] : [middle, middle];
}

function columnAt(x: number, strips: Strips): number {
  const column = strips.findIndex((strip) => x < strip);
  return column < 0 ? strips.length : column;
}
