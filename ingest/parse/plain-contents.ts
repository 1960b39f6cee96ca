import { titleKey } from './layout.js';
import { mendSpaces } from './spacing.js';

/** A contents page that lists titles alone: its titles, and how many lines it takes up. */
export interface PlainContents {
  titles: string[];
  length: number;
}

const longestTitle = 60;
const fewestTitles = 3;
/** Share of the titles that have to come back as headings of the text. */
const recurringShare = 0.6;

/**
 * Finds where a contents page without page numbers ends: where the first of its titles comes back, or
 * after the last one that comes back at all.
 * @param lines what follows the words 目录
 * @param isNumbered tells an entry with its page number, which is told by that
 */
export function plainContentsEnd(
  lines: readonly string[],
  isNumbered: (line: string) => boolean,
): PlainContents | undefined {
  const titles = leadingTitles(lines);
  if (titles.length < fewestTitles || titles.filter(({ text }) => isNumbered(text)).length > 1)
    return undefined;
  const keys = titles.map(({ text }) => titleKey(text));
  const repeated = keys.findIndex((key, at) => keys.indexOf(key) < at);
  const end = repeated >= fewestTitles ? repeated : lastRecurring(lines, titles);
  if (end === undefined) return undefined;
  const listed = titles.slice(0, end).map(({ text }) => mendSpaces(text.replace(/^[-*•\s]+/, '')));
  return { titles: listed, length: titles[end]?.at ?? (titles[end - 1]?.at ?? 0) + 1 };
}

interface Title {
  text: string;
  at: number;
}

/** Lines up to the first that is no title. */
function leadingTitles(lines: readonly string[]): Title[] {
  const titles: Title[] = [];
  for (const [at, line] of lines.entries()) {
    const text = line.trim();
    if (text === '') continue;
    if (text.length > longestTitle || /[。；：！？]$/.test(text) || text.includes('|')) break;
    titles.push({ text, at });
  }
  return titles;
}

/** How many titles there are up to the last one that stands in the text again, if most do. */
function lastRecurring(lines: readonly string[], titles: readonly Title[]): number | undefined {
  const after = (titles.at(-1)?.at ?? 0) + 1;
  const later = new Set(lines.slice(after).map(titleKey));
  const end = titles.findLastIndex(({ text }) => later.has(titleKey(text))) + 1;
  const recurring = titles.slice(0, end).filter(({ text }) => later.has(titleKey(text))).length;
  return end >= fewestTitles && recurring >= end * recurringShare ? end : undefined;
}
