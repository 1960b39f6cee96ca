import type { RawLine } from '../blocks.js';

/** Page numbers that stand alone: — 9 —, - 12 -, －3－. */
const pageMarker = /^\s*[-—–－]\s*\d{1,4}\s*[-—–－]\s*$/;
/** Bullets of symbol fonts: private-use characters, and the letters they turn into without the font. */
const symbolBullet = /^(\s*)(?:[\uE000-\uF8FF]|[üØ§](?=\s*\S)|u(?=\s*[\u4E00-\u9FFF]))\s*/;

/** Splits a text into lines, takes page numbers out and mends what fonts and encodings left behind. */
export function cleanLines(text: string): RawLine[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ text: cleanLine(line), number: index + 1 }))
    .filter((line) => !pageMarker.test(line.text));
}

function cleanLine(line: string): string {
  return (
    line
      .replace(/[\u00A0\u2002-\u200A\u3000]/g, ' ')
      .replace(/(?!\t)[\p{Cc}\u200B\u2060\uFEFF]/gu, '')
      .replace(symbolBullet, '$1')
      // A tab alone is an empty cell: only blanks go.
      .replace(/ +$/, '')
  );
}
