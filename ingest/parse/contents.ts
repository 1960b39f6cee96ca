import type { RawLine } from '../blocks.js';
import { isContentsTitle } from './numbering.js';
import { mendSpaces } from './spacing.js';

/** A line of a table of contents: a title, leader dots or a tab, a page number (or a broken reference). */
const entry = /^(.+?)\s*(?:[.．…·]{2,}|\t)\s*[-—－.\s]*(?:\d{1,4}|错误！未定义书签。)[\s.。\-—－]*$/;
/** The same where the tab was lost: the dash of a page number alone. */
const looseEntry = /^(.+?)\s*[-—－]\s*\d{1,4}\s*[-—－]\s*$/;

/**
 * Takes tables of contents out of the lines.
 * @returns the lines that are left, and the titles that the tables of contents list
 */
export function removeContents(lines: readonly RawLine[]): { lines: RawLine[]; contents: string[] } {
  const kept: RawLine[] = [];
  const contents: string[] = [];
  let inside = false;
  for (const [index, line] of lines.entries()) {
    const text = plain(line.text);
    if (isContentsTitle(text.trim())) {
      inside = true;
      continue;
    }
    const title = titleOf(text);
    if (inside && (text.trim() === '' || title !== undefined)) {
      if (title !== undefined) contents.push(title);
      continue;
    }
    // A wrapped entry: the line that carries its page number follows.
    if (inside && nextTitle(lines, index) !== undefined && text.length < 60) continue;
    inside = false;
    kept.push(line);
  }
  return { lines: kept, contents };
}

function nextTitle(lines: readonly RawLine[], index: number): string | undefined {
  const next = lines.slice(index + 1, index + 4).find((line) => line.text.trim() !== '');
  return next && titleOf(plain(next.text));
}

function titleOf(text: string): string | undefined {
  const match = entry.exec(text.trim()) ?? looseEntry.exec(text.trim());
  return match?.[1] ? mendSpaces(match[1].replace(/^[-*#\s]+/, '').replace(/[.．…·\s]+$/, '')) : undefined;
}

function plain(text: string): string {
  return text.replace(/<\/?b>|\*\*/g, '').replace(/^#+\s*/, '');
}
