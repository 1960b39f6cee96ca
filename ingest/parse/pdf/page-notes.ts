import { buildLines, typicalSize } from './build-lines.js';
import type { PdfItem, PdfLine, PdfPage } from './page.js';

/** A page whose footnotes are marked alike at both ends, and where on it they begin. */
export interface NotedPage {
  page: PdfPage;
  /** Baseline of the first footnote's first line, or undefined where there are none. */
  notesTop: number | undefined;
}

/** In sizes of the type beside: a raised mark is smaller, and stands this much higher. */
const markSize = 0.82;
const leastRaised = 0.12;
const mostRaised = 0.9;
const closest = 0.5;
/** Notes are set smaller than the text, in the lower part of a page. */
const noteSize = 0.95;
const notesPart = 0.4;

const markAlone = /^[[(（]?(\d{1,2})[\])）]?$/;
const markFirst = /^[[(（]?(\d{1,2})[\])）]?[.．、]?(?![\d.%％])\s*/;

const length = /(?:^|[^A-Za-z])[kcd]?m$/;

/**
 * Finds the footnotes at the foot of a page by their small type and the raised figures in its text that they
 * go with, and writes both marks as [1]: 120¹ would otherwise read as 1201.
 */
export function markNotes(page: PdfPage): NotedPage {
  const body = typicalSize(page.items);
  const small = buildLines(page.items, { page: page.number, frame: null }).filter(
    (line) => textSize(line) <= body * noteSize && line.y > page.height * notesPart,
  );
  const starts = small.flatMap((line) => {
    const number = markFirst.exec(line.text)?.[1];
    return number === undefined ? [] : [{ line, number }];
  });
  const marked = new Map<PdfItem, PdfItem>();
  let notesTop: number | undefined;
  for (const { line, number } of starts) {
    const references = page.items.filter((item) => item.y < line.y && isReference(item, number, page.items));
    if (references.length === 0) continue;
    notesTop = Math.min(notesTop ?? line.y, line.y);
    for (const item of references) marked.set(item, { ...item, text: `[${number}]` });
    const first = line.items[0];
    if (first)
      marked.set(first, onLine({ ...first, text: first.text.replace(markFirst, `[${number}] `) }, page));
  }
  if (notesTop === undefined) return { page, notesTop };
  return { page: { ...page, items: page.items.map((item) => marked.get(item) ?? item) }, notesTop };
}

/** A note's mark, set down on the line of its text. */
function onLine(mark: PdfItem, { items }: PdfPage): PdfItem {
  const text = items.find((item) => isRaisedBeside(mark, item, Math.abs(item.left - mark.right)));
  return text ? { ...mark, y: text.y, size: text.size } : mark;
}

/** The size of what a line says, whatever the size of the mark before it. */
function textSize(line: PdfLine): number {
  const rest = line.items.length > 1 ? line.items.slice(1) : line.items;
  return typicalSize(rest);
}

/** A small figure, raised, close behind other text; behind a metre it is a power. */
function isReference(item: PdfItem, number: string, items: readonly PdfItem[]): boolean {
  if (markAlone.exec(item.text.trim())?.[1] !== number) return false;
  return items.some(
    (before) =>
      isRaisedBeside(item, before, Math.abs(item.left - before.right)) && !length.test(before.text.trim()),
  );
}

function isRaisedBeside(mark: PdfItem, text: PdfItem, gap: number): boolean {
  const raised = text.y - mark.y;
  return (
    mark.size <= text.size * markSize &&
    raised >= leastRaised * text.size &&
    raised <= mostRaised * text.size &&
    gap <= closest * text.size
  );
}
