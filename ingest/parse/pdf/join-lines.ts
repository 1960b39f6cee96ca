import { numberingOf, opensItem } from '../numbering.js';
import { joinPieces, mendSpaces } from '../spacing.js';
import { typicalSize } from './build-lines.js';
import { lineMargins, type Margins } from './line-margins.js';
import type { PdfLine } from './page.js';

/** Lines that are one paragraph, with its text. */
export interface PdfParagraph {
  text: string;
  size: number;
  lines: PdfLine[];
}

/** All in widths of a character. */
const indented = 0.8;
const outdented = 2.6;
const slack = 0.4;

/** Joins lines into paragraphs by where they stand, over page breaks too. */
export function joinLines(lines: readonly PdfLine[]): PdfParagraph[] {
  const margins = lineMargins(lines);
  const spacing = usualSpacing(lines);
  const groups: PdfLine[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    if (open && continues({ open, line, spacing, margins })) open.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({
    text: mendSpaces(group.reduce((text, line) => joinPieces(text, mendSpaces(line.text)), '')),
    size: group[0]?.size ?? 0,
    lines: group,
  }));
}

interface Spacing {
  /** How far apart neighbours usually stand, in sizes of their type. */
  lines: number;
  /** The usual size of type. */
  type: number;
}

function usualSpacing(lines: readonly PdfLine[]): Spacing {
  const gaps = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const gap = before && before.page === line.page ? (line.y - before.y) / line.size : 0;
    return gap > 0.8 && gap < 4 ? [gap] : [];
  });
  const middle = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
  return { lines: middle ?? 1.5, type: typicalSize(lines) };
}

function continues({
  open,
  line,
  spacing,
  margins,
}: {
  open: readonly PdfLine[];
  line: PdfLine;
  spacing: Spacing;
  margins: ReadonlyMap<PdfLine, Margins>;
}): boolean {
  const last = open.at(-1);
  if (!last || opensParagraph(line, last)) return false;
  if (Math.abs(last.size - line.size) > 0.12 * last.size) return false;
  // Frames have numbers of their own on each page.
  const isSamePage = last.page === line.page;
  if (isSamePage ? last.frame !== line.frame : (last.frame === null) !== (line.frame === null)) return false;
  if (isSamePage && line.y - last.y > widestSpacing(line, spacing) * line.size) return false;
  const isBelow = isSamePage && line.y > last.y;
  if (isBelow && !keepsEdge(open, line)) return false;
  if (isIndentedAnew(open, line, margins.get(line))) return false;
  return (margins.get(last)?.right ?? last.right) - last.right <= firstWordWidth(line) + slack * line.size;
}

/** A number or bullet opens a paragraph; a box, caption or annex where a sentence does not run on into it. */
function opensParagraph(line: PdfLine, last: PdfLine): boolean {
  const text = line.text.trim();
  if (numberingOf(text) !== undefined || line.textLeft > line.left || /^[-•]/.test(text)) return true;
  return opensItem(text) && (endsSentence.test(last.text) || line.size !== last.size || isShort(last));
}

const endsSentence = /[。；！？：…][”’）]?$/;

/** Shorter than lines of text are. */
const isShort = ({ left, right, size }: PdfLine): boolean => right - left < 20 * size;

/** Titles are set further apart than text. */
function widestSpacing({ size }: PdfLine, { lines, type }: Spacing): number {
  return size > type * 1.12 ? 2.8 : Math.max(lines * 1.35, 1.6);
}

/** A first line may be indented or begin with a bullet; the lines below it keep one edge. */
function keepsEdge(open: readonly PdfLine[], line: PdfLine): boolean {
  const last = open.at(-1);
  if (!last) return false;
  const [from, to] = [line.left - last.textLeft, last.textLeft - line.left];
  if (from > indented * line.size) return false;
  return to <= (open.length === 1 ? outdented : indented) * line.size;
}

/** An indented line opens a paragraph, unless two lines of the open one stand there already. */
function isIndentedAnew(open: readonly PdfLine[], line: PdfLine, margins: Margins | undefined): boolean {
  if (!margins || line.left - margins.left <= indented * line.size) return false;
  const [first, last] = [open[0], open.at(-1)];
  if (!first || !last || first.textLeft > first.left) return false;
  return open.length === 1
    ? Math.abs(line.left - first.left) < slack * line.size
    : line.left - last.left > indented * line.size;
}

/** Width of what could not be broken off at the beginning of a line: a number, a word, a mark with its character. */
function firstWordWidth({ text, size }: PdfLine): number {
  const start =
    /^[“‘（《〈【(]*(?:[A-Za-z0-9.,%+\-/]+|.)?[，。、；：？！”’）》〉】％…,.;:)]*/u.exec(text.trim())?.[0] ??
    '';
  return [...start].reduce((width, one) => width + (one.charCodeAt(0) > 0x7f ? size : size * 0.56), 0);
}
