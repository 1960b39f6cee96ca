import { type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { mendGlyphs } from './mend-glyphs.js';
import type { PdfItem, PdfPage } from './page.js';
import { type Point, readDrawing } from './read-drawing.js';

/** Smaller than any type, larger than what hides keywords in a page. */
const smallestType = 2;

/** Reads a page's text with where it stands, and the rulings of its tables. */
export async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const items = content.items.flatMap((item): PdfItem[] => {
    // Blanks are told from the gaps, which do not depend on the writing program.
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a = 0, b = 0, , , x = 0, y = 0]: number[] = Util.transform(viewport.transform, item.transform);
    const size = item.height || Math.hypot(a, b);
    const isUpright = Math.abs(b) < 0.1 * size;
    if (!isUpright || size < smallestType) return [];
    return [{ text: mendGlyphs(item.str), left: x, right: x + item.width, y, size }];
  });
  const { rulings, dots } = items.length === 0 ? nothing : await readDrawing(page, viewport.transform);
  return {
    number: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    items: withBullets(items, dots),
    rulings,
  };
}

const nothing = { rulings: [], dots: [] };
/** How far before its text a bullet stands, in sizes of the type. */
const bulletGap = 2;

/** Puts a bullet into the text before the item that a drawn dot stands in front of. */
function withBullets(items: readonly PdfItem[], dots: readonly Point[]): PdfItem[] {
  return items.flatMap((item, at) => {
    const before = items[at - 1];
    const opensLine = !before || Math.abs(before.y - item.y) > item.size * 0.4 || before.left > item.left;
    const dot = opensLine ? dots.find((one) => standsBefore(one, item)) : undefined;
    return dot ? [{ ...item, text: '•', left: dot[0] - 1, right: dot[0] + 1 }, item] : [item];
  });
}

function standsBefore([x, y]: Point, { left, y: baseline, size }: PdfItem): boolean {
  return x < left && left - x < bulletGap * size && y < baseline && baseline - y < size;
}
