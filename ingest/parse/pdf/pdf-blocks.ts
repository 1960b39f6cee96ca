import type { Block } from '../../blocks.js';
import { type Grid, readGrid } from '../grid/cell-grid.js';
import { isStandaloneTitle, numberingOf } from '../numbering.js';
import { displayWidth } from '../spacing.js';
import { readRows } from '../text-rows.js';
import { typicalSize } from './build-lines.js';
import { joinLines, type PdfParagraph } from './join-lines.js';
import type { PdfElement, PdfTable } from './page-elements.js';

/** How much larger than the text a heading is set. */
const headingSize = 1.12;
const longestHeading = 100;
/** The cover ends where text begins: the first paragraph of at least this many columns. */
const shortestText = 60;

/** Makes blocks: paragraphs joined from lines, headings known by their size, tables read from their grids. */
export function pdfBlocks(elements: readonly PdfElement[]): Block[] {
  const lines = elements.filter((element) => element.kind === 'line');
  const paragraphs = joinLines(lines);
  const isHeading = headingTest(paragraphs, typicalSize(lines));
  const headings = paragraphs.filter(isHeading);
  const sizes = [...new Set(headings.map(sizeOf))].sort((a, b) => b - a);
  const byFirstLine = new Map(paragraphs.map((paragraph) => [paragraph.lines[0], paragraph]));
  return elements.flatMap((element): Block[] => {
    if (element.kind === 'table') return tableBlocks(element);
    const paragraph = byFirstLine.get(element);
    if (!paragraph) return [];
    const last = paragraph.lines.at(-1) ?? element;
    const place = { text: paragraph.text, lines: linesOf(element.number, last.number), page: element.page };
    const level = headings.includes(paragraph) ? sizes.indexOf(sizeOf(paragraph)) + 1 : 0;
    return [level > 0 ? { kind: 'heading', level, ...place } : { kind: 'paragraph', ...place }];
  });
}

/** Large type makes a heading; on the cover only where its words are those of a heading. */
function headingTest(
  paragraphs: readonly PdfParagraph[],
  body: number,
): (paragraph: PdfParagraph) => boolean {
  const textStart = paragraphs.findIndex(
    ({ size, text }) => size < body * headingSize && displayWidth(text) >= shortestText,
  );
  const cover = new Set(paragraphs.slice(0, Math.max(0, textStart)));
  return (paragraph) => {
    const { size, text } = paragraph;
    const isLarge =
      size >= body * headingSize && displayWidth(text) <= longestHeading && !/[。；，]$/.test(text);
    const hasWords = numberingOf(text) !== undefined || isStandaloneTitle(text);
    return isLarge && (hasWords || !cover.has(paragraph));
  };
}

const sizeOf = ({ size }: PdfParagraph): number => Math.round(size * 2) / 2;

const linesOf = (first: number, last: number): [number, number] => [first, last];

function tableBlocks({ grid, page, number, isRuled }: PdfTable): Block[] {
  const { title, header, rows } = isRuled ? readGrid(grid) : { title: null, ...readRows(textsOf(grid)) };
  const place = { lines: linesOf(number, number + Math.max(1, grid.length) - 1), page };
  const caption: Block[] =
    title === null ? [] : [{ kind: 'paragraph', text: title, lines: [number, number], page }];
  return [...caption, { kind: 'table', caption: title, header, rows, ...place }];
}

/** Without rulings nothing shows which cells are merged: the rows are read as those of a text. */
function textsOf(grid: Grid): string[][] {
  return grid.map((row) => row.map((cell) => cell?.text ?? ''));
}
