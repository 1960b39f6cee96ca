import type { Paragraph, RawLine } from '../blocks.js';
import { type Layout, sentenceEnd, titleKey } from './layout.js';
import { numberingOf, opensItem } from './numbering.js';
import { displayWidth, joinPieces, mendSpaces } from './spacing.js';

/** A title that runs over two lines ends within this many columns of the second. */
const widestTitleRest = 60;

/** Joins lines into paragraphs: what wrapping and page breaks cut apart is whole again. */
export function joinParagraphs(lines: readonly RawLine[], layout: Layout): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: { pieces: RawLine[] } | undefined;
  let hasBlank = false;
  for (const line of lines) {
    const text = mendSpaces(line.text);
    if (text === '') {
      hasBlank = true;
      continue;
    }
    const piece = { ...line, text };
    const ends = hasBlank && layout.blankEnds && !isPageBreak(open?.pieces.at(-1), line, lines);
    if (open && !ends && continues(open.pieces, piece, layout)) open.pieces.push(piece);
    else {
      if (open) paragraphs.push(paragraphOf(open.pieces));
      open = { pieces: [piece] };
    }
    hasBlank = false;
  }
  if (open) paragraphs.push(paragraphOf(open.pieces));
  return paragraphs;
}

/** Whether a line between the two was taken out, which is what stands between pages. */
function isPageBreak(last: RawLine | undefined, next: RawLine, lines: readonly RawLine[]): boolean {
  if (!last) return false;
  const between = lines.filter(({ number }) => number > last.number && number < next.number).length;
  return between < next.number - last.number - 1;
}

function continues(pieces: readonly RawLine[], next: RawLine, layout: Layout): boolean {
  const last = pieces.at(-1);
  if (!last || next.isItem) return false;
  if (pieces.length === 1 && isBrokenTitle(last.text, next.text, layout)) return true;
  if (opensItem(next.text) && !runsInto(last.text, next.text)) return false;
  return layout.wrapWidth === undefined
    ? continuesPlain(pieces, next, layout)
    : continuesWrapped(pieces, next, layout.wrapWidth);
}

/** A number at the beginning of a line that only counts within the sentence before: …：①…，\n②…. */
function runsInto(last: string, next: string): boolean {
  const style = numberingOf(next)?.style;
  return (style === '①' || style === '（1）') && /[，、]$/.test(last) && numberingOf(last) === undefined;
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
  const isProse = /[，：；。]/.test(last) && (!opensItem(last) || last.includes('。'));
  const isCut = stopEnds && displayWidth(last) >= 40 && isProse;
  return isCut || (displayWidth(last) >= 60 && !/[”）》]$/.test(last));
}

function continuesWrapped(pieces: readonly RawLine[], next: RawLine, wrapWidth: number): boolean {
  const last = pieces.at(-1)?.text ?? '';
  const full = Math.max(wrapWidth, ...pieces.slice(0, -1).map((piece) => displayWidth(piece.text)));
  const width = displayWidth(last);
  if (pieces.length === 1 && numberingOf(last)?.title === 'short')
    return headingGoesOn(last, next.text, full);
  // A full line that ends a sentence more often stands inside a paragraph than at its end.
  if (sentenceEnd.test(last)) return width >= full - 1;
  const isProse = /[，；。]/.test(last) && !(pieces.length === 1 && opensItem(last) && !last.includes('。'));
  return width >= (isProse ? full * 0.75 : full - 8);
}

/** A title broken over two lines: the first nearly full, the rest short and unpunctuated. */
function headingGoesOn(title: string, rest: string, full: number): boolean {
  return displayWidth(title) >= full * 0.7 && displayWidth(rest) <= full * 0.6 && !/[。；，]$/.test(rest);
}

function paragraphOf(pieces: readonly RawLine[]): Paragraph {
  const text = pieces.reduce((joined, piece) => joinPieces(joined, piece.text), '');
  const first = pieces[0]?.number ?? 0;
  return {
    kind: 'paragraph',
    text: mendSpaces(text),
    lines: [first, pieces.at(-1)?.number ?? first],
    page: null,
  };
}
