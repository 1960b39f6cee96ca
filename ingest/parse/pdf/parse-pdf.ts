import { PDFParse } from 'pdf-parse';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { messageOf, PlanbotError } from '../../../src/errors.js';
import type { ParsedDocument, RawLine } from '../../blocks.js';
import { cleanLines } from '../clean-lines.js';
import { removeContents } from '../contents.js';
import { joinContinuedTables } from '../continued-tables.js';
import { type Footnote, placeFootnotes, takeFootnotes } from '../footnotes.js';
import { parseText } from '../parse-text.js';
import { unreadable } from '../unreadable.js';
import { buildLines } from './build-lines.js';
import { joinTables } from './join-tables.js';
import { joinLoneRows } from './lone-rows.js';
import { mendGlyphs } from './mend-glyphs.js';
import { openPdf } from './open-pdf.js';
import type { PdfPage } from './page.js';
import { type PdfElement, pageElements, withAlignedTables } from './page-elements.js';
import { markNotes, type NotedPage } from './page-notes.js';
import { pdfBlocks } from './pdf-blocks.js';
import { readPage } from './read-page.js';
import { findRunningLines } from './running-lines.js';

/** Fewer characters a page than this are what a scanner adds, not text. */
const fewestCharacters = 8;

/**
 * Takes a PDF apart into blocks, each with its page. Lines, paragraphs and tables are built from where the
 * text stands; where that fails, the plain text that pdf-parse reads serves.
 * @throws PlanbotError `plan_file_unreadable` for damaged and encrypted files and for scans
 */
export async function parsePdf(bytes: Uint8Array): Promise<ParsedDocument> {
  const pdf = await openPdf(bytes);
  try {
    return documentOf(await readPages(pdf));
  } catch (error) {
    if (error instanceof PlanbotError) throw error;
    return await plainDocument(bytes, error);
  } finally {
    await pdf.destroy();
  }
}

async function readPages(pdf: PDFDocumentProxy): Promise<PdfPage[]> {
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1)
    pages.push(await readPage(await pdf.getPage(number)));
  const characters = pages.flatMap((page) => page.items).reduce((sum, item) => sum + item.text.length, 0);
  if (characters < pages.length * fewestCharacters)
    throw unreadable(
      'this PDF holds pictures of pages and no text (a scan). Recognise its text first, like this: ocrmypdf -l chi_sim FILE out.pdf, or export it from WPS or Word as PDF with text',
    );
  return pages;
}

function documentOf(pages: readonly PdfPage[]): ParsedDocument {
  const noted = withoutRunningLines(pages).map(markNotes);
  const body: PdfElement[] = [];
  for (const { page } of noted) body.push(...withAlignedTables(pageElements(page), body.at(-1)));
  const { elements, contents } = withoutContents(numberElements(joinTables(joinLoneRows(body))));
  const { elements: text, notes } = withoutNotes(elements, noted);
  const blocks = placeFootnotes(joinContinuedTables(pdfBlocks(text)), notes);
  return { blocks, contents, frontMatter: {}, pages: pages.length, warnings: [] };
}

/** Headers and footers go first: the frame of a table that runs off the page may reach down to them. */
function withoutRunningLines(pages: readonly PdfPage[]): PdfPage[] {
  const read = pages.map((page) => ({
    page,
    lines: buildLines(page.items, { page: page.number, frame: null }),
  }));
  const running = findRunningLines(read);
  return read.map(({ page, lines }) => {
    const items = lines.filter((line) => !running.has(line)).flatMap((line) => line.items);
    return { ...page, items };
  });
}

/** Counts lines over the whole file; a table takes one a row. */
function numberElements(elements: readonly PdfElement[]): PdfElement[] {
  let next = 1;
  return elements.map((element) => {
    const number = next;
    next += element.kind === 'table' ? Math.max(1, element.grid.length) : 1;
    return { ...element, number };
  });
}

/** Cleans the lines as those of text files, and takes the contents pages out. */
function withoutContents(elements: readonly PdfElement[]): { elements: PdfElement[]; contents: string[] } {
  const cleaned = elements.flatMap((element): RawLine[] => {
    // A table ends a contents page.
    if (element.kind === 'table') return [{ number: element.number, text: '|' }];
    return cleanLines(element.text)
      .filter(({ text }) => text.trim() !== '')
      .map(({ text }) => ({ number: element.number, text }));
  });
  const { lines, contents } = removeContents(cleaned);
  const texts = new Map(lines.map((line) => [line.number, line.text]));
  const kept = elements.flatMap((element): PdfElement[] => {
    const text = texts.get(element.number);
    if (text === undefined) return [];
    return [element.kind === 'table' ? element : { ...element, text }];
  });
  return { elements: kept, contents };
}

/** Takes the footnotes out of the lines, so that a sentence goes on over the page; tables refer to them too. */
function withoutNotes(
  elements: readonly PdfElement[],
  noted: readonly NotedPage[],
): { elements: PdfElement[]; notes: Footnote[] } {
  const tops = new Map(noted.map(({ page, notesTop }) => [page.number, notesTop]));
  const atFoot = new Set(
    elements.flatMap((one) =>
      one.kind === 'line' && one.y >= (tops.get(one.page) ?? Number.POSITIVE_INFINITY) ? [one.number] : [],
    ),
  );
  if (atFoot.size === 0) return { elements: [...elements], notes: [] };
  const lines = elements.map((one): RawLine => {
    const cells = one.kind === 'table' ? one.grid.flat().map((cell) => cell?.text ?? '') : [];
    return { number: one.number, text: one.kind === 'table' ? cells.join(' ') : one.text };
  });
  const { lines: kept, notes } = takeFootnotes(lines, ({ number }) => atFoot.has(number));
  const left = new Set(kept.map(({ number }) => number));
  return { elements: elements.filter(({ number }) => left.has(number)), notes };
}

async function plainDocument(bytes: Uint8Array, failure: unknown): Promise<ParsedDocument> {
  const parser = new PDFParse({ data: Uint8Array.from(bytes) });
  try {
    const { text } = await parser.getText({ pageJoiner: '' });
    if (text.trim() === '') throw new Error('no text');
    const document = parseText(mendGlyphs(text));
    const warning = `the layout could not be read (${messageOf(failure)}); tables and pages may be missing`;
    return { ...document, warnings: [...document.warnings, warning] };
  } catch {
    throw unreadable(`this PDF is damaged (${messageOf(failure)}); get the file again`, failure);
  } finally {
    await parser.destroy();
  }
}
