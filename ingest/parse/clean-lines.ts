import type { RawLine } from '../blocks.js';
import { findFurniture } from './page-furniture.js';

/** Bullets of symbol fonts: private-use characters, and the letters they turn into without the font. */
const symbolBullet =
  /^(\s*)(?:[\uE000-\uF8FF]+|[üØ§Ÿ](?=\s*\S)|[lnvqpw](?=\s+[\u4E00-\u9FFF“《])|u(?=\s*[\u4E00-\u9FFF]))\s*/;

/** Splits a text into lines, takes page furniture out and mends what fonts and encodings left behind. */
export function cleanLines(text: string): RawLine[] {
  const raw = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const furniture = findFurniture(raw);
  return raw.flatMap((line, at) => (furniture.has(at) ? [] : [cleanLine(line, at + 1)]));
}

function cleanLine(line: string, number: number): RawLine {
  const plain = line
    .replace(/[\u00A0\u2002-\u200A\u3000]/g, ' ')
    .replace(/(?!\t)[\p{Cc}\u200B\u2060\uFEFF]/gu, '');
  const text = plain
    .replace(symbolBullet, '$1')
    .replace(/[\uE000-\uF8FF]/g, '')
    // A tab alone is an empty cell: only blanks go.
    .replace(/ +$/, '');
  return symbolBullet.test(plain) ? { text, number, isItem: true } : { text, number };
}
