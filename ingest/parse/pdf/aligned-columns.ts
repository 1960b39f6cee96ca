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

/** Finds the strips between columns: those of the full lines, and what other lines add beside them. */
export function findStrips(lines: readonly (readonly Word[])[]): Strips {
  const most = Math.max(...lines.map((words) => words.length));
  const whole = lines.filter((words) => words.length === most);
  const full = whole.length > 1 ? whole : lines.filter((words) => words.length >= most - 1);
  const base = gapsBetween(full.flat());
  const within = lines.flat().filter((word) => crossed(word, base).length === 0);
  return gapsBetween(within).map(({ left, right }) => (left + right) / 2);
}

interface Gap {
  left: number;
  right: number;
}

function gapsBetween(words: readonly Word[]): Gap[] {
  const gaps: Gap[] = [];
  let right: number | undefined;
  for (const word of [...words].sort((a, b) => a.left - b.left)) {
    if (right !== undefined && word.left - right >= narrowestStrip * word.size)
      gaps.push({ left: right, right: word.left });
    right = Math.max(right ?? word.right, word.right);
  }
  return gaps;
}

/** Gaps that a word from the column before them leaves nothing of. */
function crossed({ left, right, size }: Word, gaps: readonly Gap[]): Gap[] {
  const reach = size * narrowestStrip;
  return gaps.filter((gap) => left < gap.left - reach && right > gap.right - reach);
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
