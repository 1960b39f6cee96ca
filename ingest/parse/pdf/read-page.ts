import { type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { mendGlyphs } from './mend-glyphs.js';
import type { PdfItem, PdfPage } from './page.js';
import { readRulings } from './rulings.js';

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
  const rulings = items.length === 0 ? [] : await readRulings(page, viewport.transform);
  return { number: page.pageNumber, width: viewport.width, height: viewport.height, items, rulings };
}
