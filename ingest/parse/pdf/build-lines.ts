import type { PdfItem, PdfLine } from './page.js';

/** Gaps in widths of a character: between words, and between columns. */
const wordGap = 0.15;
const blankGap = 0.6;
export const columnGap = 1.8;

const bullet = /^[•●◆■▪➢※◦○·\uE000-\uF8FF]$/;

/** Puts items that stand beside each other into lines, in the order in which they were written. */
export function buildLines(items: readonly PdfItem[], place: Pick<PdfLine, 'page' | 'frame'>): PdfLine[] {
  const groups: PdfItem[][] = [];
  for (const item of items) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    // A raised footnote mark still stands on the line.
    const isSame = last && Math.abs(last.y - item.y) < 0.4 * Math.max(last.size, item.size);
    if (open && isSame) open.push(item);
    else groups.push([item]);
  }
  return groups.map((group) => lineOf(group, place));
}

function lineOf(group: readonly PdfItem[], place: Pick<PdfLine, 'page' | 'frame'>): PdfLine {
  const items = withoutDoubles([...group].sort((a, b) => a.left - b.left));
  const size = typicalSize(items);
  const left = items[0]?.left ?? 0;
  const startsWithBullet = items.length > 1 && bullet.test(items[0]?.text.trim() ?? '');
  return {
    kind: 'line',
    number: 0,
    ...place,
    text: joinItems(items, size),
    left,
    textLeft: startsWithBullet ? (items[1]?.left ?? left) : left,
    right: Math.max(...items.map((item) => item.right)),
    y: items[0]?.y ?? 0,
    size,
    items,
  };
}

/** Some programs print a character twice, a little aside, to make it bold. */
function withoutDoubles(items: readonly PdfItem[]): PdfItem[] {
  return items.filter((item, at) => {
    const before = items[at - 1];
    return !before || before.text !== item.text || item.left - before.left > 0.2 * item.size;
  });
}

/** The size of most of the characters. */
export function typicalSize(items: readonly Pick<PdfItem, 'text' | 'size'>[]): number {
  const counts = new Map<number, number>();
  for (const { text, size } of items) {
    const rounded = Math.round(size * 10) / 10;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The text of items side by side: a blank between words, a tab between columns. */
export function joinItems(items: readonly PdfItem[], size: number): string {
  let text = '';
  let right: number | undefined;
  for (const item of items) {
    text +=
      right === undefined
        ? ''
        : separator({ before: text, after: item.text, gap: (item.left - right) / size });
    text += item.text;
    right = item.right;
  }
  return text.trim();
}

function separator({ before, after, gap }: { before: string; after: string; gap: number }): string {
  if (bullet.test(before.trim())) return ' ';
  if (gap > columnGap) return '\t';
  const areWords = /[A-Za-z0-9%.,)]$/.test(before) && /^[A-Za-z0-9(]/.test(after);
  // 专栏1 and the like keep the blank before their title.
  const isCaption = /^(?:专栏|附?表|图|附件|附录)\s*[\d-]+$/.test(before);
  // Typesetting opens small gaps between Chinese and Latin, which are no blanks.
  return gap > (areWords || isCaption ? wordGap : blankGap) ? ' ' : '';
}
