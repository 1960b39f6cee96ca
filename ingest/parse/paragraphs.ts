import type { Paragraph, RawLine } from '../blocks.js';
import { numberingOf, opensItem } from './numbering.js';
import { displayWidth, joinPieces, mendSpaces } from './spacing.js';

/** How a text is laid out: hard-wrapped at a width, or a paragraph a line. */
export interface Layout {
  /** Columns of a full line where the lines are hard-wrapped, otherwise undefined. */
  wrapWidth: number | undefined;
}

const sentenceEnd = /[。！？!?；;：:…][”’"）)》〉」]*$/;

/** Recognises hard wrapping: most of the longer lines stop in the middle of a sentence at a like width. */
export function detectLayout(lines: readonly RawLine[]): Layout {
  const long = lines.map((line) => line.text.trim()).filter((text) => displayWidth(text) >= 30);
  const open = long.filter((text) => !sentenceEnd.test(text));
  if (long.length < 5 || open.length < long.length / 2) return { wrapWidth: undefined };
  const widths = open.map(displayWidth).sort((a, b) => a - b);
  return { wrapWidth: widths[Math.floor(widths.length / 2)] };
}

/** Joins lines into paragraphs: what wrapping and page breaks cut apart is whole again. */
export function joinParagraphs(lines: readonly RawLine[], layout: Layout): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: { pieces: RawLine[] } | undefined;
  for (const line of lines) {
    const text = mendSpaces(line.text);
    if (text === '') continue;
    const piece = { text, number: line.number };
    if (open && continues(open.pieces, piece, layout)) open.pieces.push(piece);
    else {
      if (open) paragraphs.push(paragraphOf(open.pieces));
      open = { pieces: [piece] };
    }
  }
  if (open) paragraphs.push(paragraphOf(open.pieces));
  return paragraphs;
}

function continues(pieces: readonly RawLine[], next: RawLine, layout: Layout): boolean {
  const last = pieces.at(-1);
  if (!last || opensItem(next.text)) return false;
  return layout.wrapWidth === undefined
    ? continuesPlain(pieces, next)
    : continuesWrapped(pieces, next, layout.wrapWidth);
}

/** A paragraph a line: only a page break in the middle of a sentence leaves an end that stays open. */
function continuesPlain(pieces: readonly RawLine[], next: RawLine): boolean {
  const last = pieces.at(-1)?.text ?? '';
  const isTitle = pieces.length === 1 && opensItem(last) && displayWidth(last) < 80;
  if (isTitle || displayWidth(last) < 60 || displayWidth(next.text) < 4) return false;
  return !sentenceEnd.test(last) && !/[”）》]$/.test(last);
}

function continuesWrapped(pieces: readonly RawLine[], next: RawLine, wrapWidth: number): boolean {
  const last = pieces.at(-1)?.text ?? '';
  const full = Math.max(wrapWidth, ...pieces.slice(0, -1).map((piece) => displayWidth(piece.text)));
  const width = displayWidth(last);
  if (pieces.length === 1 && numberingOf(last)?.title === 'short')
    return headingGoesOn(last, next.text, full);
  // A full line that ends a sentence more often stands inside a paragraph than at its end.
  return width >= (sentenceEnd.test(last) ? full - 1 : full - 8);
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
