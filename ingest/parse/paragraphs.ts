import type { Paragraph, RawLine } from '../blocks.js';
import { type Layout, sentenceEnd, titleKey } from './layout.js';
import { numberingOf, opensItem } from './numbering.js';
import { displayWidth, joinWrapped, mendSpaces } from './spacing.js';

/** A title that runs over two lines ends within this many columns of the second. */
const widestTitleRest = 60;
/** A bracket is closed within this many lines. */
const mostBracketLines = 4;

/** Joins lines into paragraphs: what wrapping and page breaks cut apart is whole again. */
export function joinParagraphs(lines: readonly RawLine[], layout: Layout): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: RawLine[] = [];
  let between: Between = { hasBlank: false, hasPageBreak: false };
  for (const [at, line] of lines.entries()) {
    const text = mendSpaces(line.text);
    // A line that was taken out stood between two pages.
    if (line.number - (lines[at - 1]?.number ?? line.number) > 1) between.hasPageBreak = true;
    if (text === '') {
      between.hasBlank = true;
      continue;
    }
    const piece = { ...line, text, isIndented: /^\s{2}/.test(line.text) };
    if (continues(open, piece, { layout, between })) open.push(piece);
    else {
      if (open.length > 0) paragraphs.push(paragraphOf(open));
      open = [piece];
    }
    between = { hasBlank: false, hasPageBreak: false };
  }
  if (open.length > 0) paragraphs.push(paragraphOf(open));
  return paragraphs;
}

/** A line without the blanks that it began with. */
interface Piece extends RawLine {
  isIndented: boolean;
}

/** What stood between two lines with text. */
interface Between {
  hasBlank: boolean;
  hasPageBreak: boolean;
}

function continues(
  pieces: readonly RawLine[],
  next: Piece,
  { layout, between }: { layout: Layout; between: Between },
): boolean {
  const last = pieces.at(-1);
  if (!last || next.isItem) return false;
  if (between.hasBlank && layout.blankEnds && !between.hasPageBreak) return false;
  if (pieces.length === 1 && isBrokenTitle(last.text, next.text, layout)) return true;
  if (opensItem(next.text) && !runsInto(last.text, next.text)) return false;
  if (isInBracket(pieces)) return true;
  if (between.hasPageBreak && isProse(last.text) && !sentenceEnd.test(last.text)) return true;
  // A list item of one line ends at a blank one.
  const isItem = pieces.length === 1 && /^[-*•] /.test(last.text);
  if (isItem && between.hasBlank && layout.wrapWidth === undefined) return false;
  return layout.wrapWidth === undefined
    ? continuesPlain(pieces, next, layout)
    : continuesWrapped(pieces, next, layout.wrapWidth);
}

/** Whether a line is text, and no title or item that may end without a full stop. */
function isProse(text: string): boolean {
  return displayWidth(text) >= 40 && /[，：；。]/.test(text) && (!opensItem(text) || text.includes('。'));
}

/** A number at the beginning of a line that only counts within the sentence before: …：①…，\n②…. */
function runsInto(last: string, next: string): boolean {
  const style = numberingOf(next)?.style;
  return (style === '①' || style === '（1）') && /[，、]$/.test(last) && numberingOf(last) === undefined;
}

/** Whether a list in a bracket, （责任单位：甲、, has still to go on. */
function isInBracket(pieces: readonly RawLine[]): boolean {
  const text = pieces
    .slice(-mostBracketLines)
    .map((piece) => piece.text)
    .join('');
  return (
    /[：、，；]$/.test(text) &&
    text.lastIndexOf('（') > Math.max(text.lastIndexOf('）'), text.lastIndexOf('。'))
  );
}

/** A title over two lines: the contents page has it whole, or the first line cannot end there. */
function isBrokenTitle(title: string, rest: string, { titles }: Layout): boolean {
  if (!opensItem(title) || opensItem(rest) || sentenceEnd.test(title)) return false;
  if (titles.has(titleKey(title + rest))) return true;
  const isOpen = /[，、（“《]$/.test(title) || openBrackets(title) > 0;
  return isOpen && !/[。；]/.test(title + rest) && displayWidth(rest) <= widestTitleRest;
}

function openBrackets(text: string): number {
  return (text.match(/[（“《]/g)?.length ?? 0) - (text.match(/[）”》]/g)?.length ?? 0);
}

/** A paragraph a line: only a page break in the middle of a sentence leaves an end that stays open. */
function continuesPlain(pieces: readonly RawLine[], next: RawLine, { stopEnds }: Layout): boolean {
  const last = pieces.at(-1)?.text ?? '';
  const isTitle = pieces.length === 1 && opensItem(last) && displayWidth(last) < 80 && !last.includes('。');
  if (isTitle || displayWidth(next.text) < 4 || sentenceEnd.test(last)) return false;
  return (stopEnds && isProse(last)) || (displayWidth(last) >= 60 && !/[”）》]$/.test(last));
}

function continuesWrapped(pieces: readonly RawLine[], next: Piece, wrapWidth: number): boolean {
  const last = pieces.at(-1)?.text ?? '';
  const full = Math.max(wrapWidth, ...pieces.slice(0, -1).map((piece) => displayWidth(piece.text)));
  const width = displayWidth(last);
  if (pieces.length === 1 && numberingOf(last)?.title === 'short')
    return headingGoesOn(last, next.text, full);
  // A full line that ends a sentence more often stands inside a paragraph than at its end.
  if (sentenceEnd.test(last)) return width >= full - 1;
  const isText = /[，；。]/.test(last) && !(pieces.length === 1 && opensItem(last) && !/[。；]./.test(last));
  // Blanks around figures are gone by now, so a line of many figures is shorter than it was.
  const least = next.isIndented ? 0.75 : 0.5;
  return width >= (isText ? full * least : full - 8);
}

/** A title broken over two lines: the first nearly full, the rest short and unpunctuated. */
function headingGoesOn(title: string, rest: string, full: number): boolean {
  return displayWidth(title) >= full * 0.7 && displayWidth(rest) <= full * 0.6 && !/[。；，]$/.test(rest);
}

function paragraphOf(pieces: readonly RawLine[]): Paragraph {
  const text = pieces.reduce((joined, piece) => joinWrapped(joined, piece.text), '');
  const first = pieces[0]?.number ?? 0;
  return {
    kind: 'paragraph',
    text: mendSpaces(text),
    lines: [first, pieces.at(-1)?.number ?? first],
    page: null,
    ...(pieces[0]?.isFramed && { isFramed: true }),
  };
}
