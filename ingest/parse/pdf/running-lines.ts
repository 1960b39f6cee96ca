import type { PdfLine, PdfPage } from './page.js';

/** Share of a page's height, at its top and bottom, in which running lines stand. */
const margin = 0.12;
/** Running lines stand at like heights. */
const sameHeight = 4;
/** A page number with its marks; a bare number has to come back on other pages. */
const pageNumber =
  /^(?:[-—–－·]\s*\d{1,4}\s*[-—–－·]|第\s*\d{1,4}\s*页(?:.{0,3}共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4})$/;

/** Finds headers, footers and page numbers: what stands at the same height on most pages. */
export function findRunningLines(
  pages: readonly { page: PdfPage; lines: readonly PdfLine[] }[],
): ReadonlySet<PdfLine> {
  const running = new Set<PdfLine>();
  const candidates = pages.flatMap(({ page, lines }) =>
    lines
      .filter((line) => line.y < page.height * margin || line.y > page.height * (1 - margin))
      .map((line) => ({ line, pattern: patternOf(line.text) })),
  );
  const enough = Math.max(2, Math.ceil(pages.length / 3));
  for (const { line, pattern } of candidates) {
    const alike = candidates.filter(
      (other) => other.pattern === pattern && Math.abs(other.line.y - line.y) <= sameHeight,
    );
    const onPages = new Set(alike.map((other) => other.line.page)).size;
    if (onPages >= enough || pageNumber.test(line.text)) running.add(line);
  }
  return running;
}

/** The text with its numbers left out. */
function patternOf(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, '');
}
