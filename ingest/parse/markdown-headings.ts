import type { Block, RawLine } from '../blocks.js';
import { displayWidth, mendSpaces } from './spacing.js';

const widestTitle = 100;
const hashes = /^(#{1,6})\s+(.+?)\s*#*$/;
/** The line under a title: === for the first level, --- for the second. */
const underline = /^ {0,3}(?:=+|-{2,})\s*$/;
const rule =
  /^ {0,3}(?:={3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,}|[─━═]{6,}|[┌└├╔╚╠][─━═]+[┐┘┤╗╝╣])\s*$/;

/** Words between single asterisks; one behind a figure, or before a note on such a figure, marks a forecast. */
const slanted = /(?<=^|[\s。；：，）])\*(?=[^\s*])([^*]*[^\s*，；：])\*(?=$|[\s。；，])/g;

/** A heading that Markdown marks: # before it, or a line of = or - under it. */
export function markdownHeadingAt(
  lines: readonly RawLine[],
  at: number,
): { block: Block; length: number } | undefined {
  const line = lines[at];
  const [, signs = '', title] = hashes.exec(line?.text ?? '') ?? [];
  if (line && title !== undefined) return headingOf([line], title, signs.length);
  const below = lines[at + 1];
  if (!line || !below || !underline.test(below.text) || !isTitle(lines, at)) return undefined;
  return headingOf([line, below], line.text, below.text.includes('=') ? 1 : 2);
}

/** Whether a line draws a rule and says nothing. */
export function isRule(text: string): boolean {
  return rule.test(text);
}

/** A line's text without what makes parts of it bold or slanted. */
export function plainEmphasis(text: string): string {
  return text
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(slanted, '$1')
    .replace(/<\/?(?:b|strong|em|i)>/g, '')
    .replace(/\\([*#_])/g, '$1');
}

/** A short line by itself, which does not end as a sentence does: what a rule under text closes is no title. */
function isTitle(lines: readonly RawLine[], at: number): boolean {
  const text = (lines[at]?.text ?? '').trim();
  const isAlone = (lines[at - 1]?.text ?? '').trim() === '' || at === 0;
  const isText = text !== '' && !underline.test(text) && !isRule(text) && !/^[|>]|\t/.test(text);
  return isAlone && isText && displayWidth(text) <= widestTitle && !/[。；，：！？]$/.test(text);
}

function headingOf(lines: readonly RawLine[], title: string, level: number) {
  const [first, last] = [lines[0]?.number ?? 0, lines.at(-1)?.number ?? 0];
  const text = mendSpaces(plainEmphasis(title));
  const block: Block = { kind: 'heading', level, text, lines: [first, last], page: null };
  return { block, length: lines.length };
}
