import type { RawLine } from '../blocks.js';
import { isContentsTitle, isStandaloneTitle, numberingOf } from './numbering.js';
import { plainContentsEnd } from './plain-contents.js';
import { joinPieces, mendSpaces } from './spacing.js';

/** A line of a table of contents: a title, leader dots or a tab, a page number (or a broken reference). */
const entry = /^(.+?)\s*(?:[.．…·]{2,}|\t)\s*[-—－.\s]*(?:\d{1,4}|错误！未定义书签。)[\s.。\-—－]*$/;
/** The same where the tab was lost: the dash of a page number alone. */
const looseEntry = /^(.+?)\s*[-—－]\s*\d{1,4}\s*[-—－]\s*$/;
/** The same where nothing but a blank is left before the page number. */
const barestEntry = /^(.+?)\s+\d{1,3}$/;

/**
 * Takes tables of contents out of the lines.
 * @returns the lines that are left, and the titles that the tables of contents list
 */
export function removeContents(lines: readonly RawLine[]): { lines: RawLine[]; contents: string[] } {
  const kept: RawLine[] = [];
  const contents: string[] = [];
  let inside = false;
  /** An entry whose page number stands on a line below. */
  let begun = '';
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) break;
    const text = plain(line.text);
    if (isContentsTitle(text.trim())) {
      inside = true;
      const unnumbered = plainContentsEnd(
        lines.slice(index + 1).map((one) => plain(one.text)),
        isEntry,
      );
      contents.push(...(unnumbered?.titles ?? []));
      index += unnumbered?.length ?? 0;
      continue;
    }
    const title = titleOf(text);
    if (inside && (text.trim() === '' || title !== undefined)) {
      if (title !== undefined) contents.push(joinPieces(begun, title));
      begun = title === undefined ? begun : '';
      continue;
    }
    if (inside && nextTitle(lines, index) !== undefined && text.length < 60) {
      begun = joinPieces(begun, mendSpaces(text));
      continue;
    }
    inside = false;
    kept.push(line);
  }
  return { lines: kept, contents };
}

const isEntry = (text: string): boolean => titleOf(text) !== undefined;

function nextTitle(lines: readonly RawLine[], index: number): string | undefined {
  const next = lines.slice(index + 1, index + 4).find((line) => line.text.trim() !== '');
  return next && titleOf(plain(next.text));
}

function titleOf(text: string): string | undefined {
  const line = text.trim();
  const match = entry.exec(line) ?? looseEntry.exec(line) ?? barestMatch(line);
  return match?.[1] ? mendSpaces(match[1].replace(/^[-*#\s]+/, '').replace(/[.．…·\s]+$/, '')) : undefined;
}

/** A blank and a number are little evidence: the rest has to be a heading. */
function barestMatch(line: string): RegExpExecArray | null {
  const match = barestEntry.exec(line);
  const title = match?.[1] ?? '';
  const isTitle = numberingOf(title)?.title === 'short' || isStandaloneTitle(title);
  return isTitle ? match : null;
}

function plain(text: string): string {
  return text.replace(/<\/?b>|\*\*/g, '').replace(/^#+\s*/, '');
}
