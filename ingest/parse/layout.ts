import type { RawLine } from '../blocks.js';
import { opensItem } from './numbering.js';
import { displayWidth } from './spacing.js';

/** How a text is laid out: hard-wrapped at a width, or a paragraph a line. */
export interface Layout {
  /** Columns of a full line where the lines are hard-wrapped, otherwise undefined. */
  wrapWidth: number | undefined;
  /** True where a blank line ends a paragraph; some texts have one after every line. */
  blankEnds: boolean;
  /** True where paragraphs end with a full stop or its like, so that one without is cut off. */
  stopEnds: boolean;
  /** Titles that the contents page lists, in {@link titleKey}. */
  titles: ReadonlySet<string>;
}

/** A line that ends a sentence. */
export const sentenceEnd = /[。！？!?；;：:…][”’"）)》〉」]*$/;
/** Widths of lines that were wrapped at one place: a mark or a number may not stand alone. */
const sameWidth = 4;

/** What of a title two places of a text have in common. */
export function titleKey(title: string): string {
  return title.replace(/[\s\p{P}]/gu, '');
}

/** Recognises hard wrapping: most of the longer lines stop in the middle of a sentence at a like width. */
export function detectLayout(lines: readonly RawLine[], contents: readonly string[] = []): Layout {
  const texts = lines.map((line) => line.text.trim()).filter((text) => !isMarkup(text));
  const long = texts.filter((text) => displayWidth(text) >= 30 && !text.includes('\t'));
  const open = long.filter((text) => !sentenceEnd.test(text));
  const isWrapped = long.length >= 5 && open.length >= long.length / 2;
  return {
    wrapWidth: isWrapped ? commonWidth(open.map(displayWidth)) : undefined,
    blankEnds: isWrapped && blanksBetween(texts) < 0.1,
    stopEnds: !isWrapped && stopsAfterProse(texts) >= 0.6,
    titles: new Set(contents.map(titleKey)),
  };
}

/** Rules, rows between pipes, headings and list items say nothing of how text is wrapped. */
function isMarkup(text: string): boolean {
  return /^(?:#{1,6} |[-*] |\|)|^[-=_*─━═]{3,}$/.test(text);
}

/** Share of the lines with a clause in them that end with a full stop or its like. */
function stopsAfterProse(texts: readonly string[]): number {
  const prose = texts.filter(
    (text) => displayWidth(text) >= 40 && /[，；。]./.test(text) && !text.includes('\t'),
  );
  return prose.filter((text) => sentenceEnd.test(text)).length / Math.max(1, prose.length);
}

/** The width near which most lines end; of equals the larger. */
function commonWidth(widths: readonly number[]): number {
  const different = [...new Set(widths)];
  const near = new Map(
    different.map((width) => [width, widths.filter((one) => Math.abs(one - width) <= sameWidth).length]),
  );
  const [best = 0] = different.sort((a, b) => (near.get(b) ?? 0) - (near.get(a) ?? 0) || b - a);
  return best;
}

/** Share of the lines stopping within a sentence after which a blank line stands. */
function blanksBetween(texts: readonly string[]): number {
  const open = texts.flatMap((text, at) =>
    displayWidth(text) >= 30 && !sentenceEnd.test(text) && !opensItem(text) ? [texts[at + 1]] : [],
  );
  return open.filter((next) => next === '').length / Math.max(1, open.length);
}
