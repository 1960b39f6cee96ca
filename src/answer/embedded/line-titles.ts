import { compact } from '../sentences.js';

/** Numbers of headings from the highest level to the lowest, as plans write them. */
const levels: readonly RegExp[] = [
  /^第[一二三四五六七八九十百\d]+篇/,
  /^第[一二三四五六七八九十百\d]+章/,
  /^第[一二三四五六七八九十百\d]+节/,
  /^[一二三四五六七八九十]{1,3}、/,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/,
  /^\d{1,2}[．.、](?!\d)/,
  /^[（(]\d{1,2}[）)]/,
  /^专栏\s*\d{1,2}/,
];
const longestTitle = 44;
const longestPlainTitle = 20;
const plainLevel = levels.length;

/** A line with the titles above it within its passage, from the highest level down. */
export interface TitledLine {
  titles: string[];
  line: string;
}

/**
 * The lines of a passage below their titles. Short sections share a passage, so that their titles stand in its
 * text; `path` are the headings of the passage itself, which its text repeats.
 */
export function titledLines(text: string, path: readonly string[]): TitledLine[] {
  const own = new Set(path.map(compact));
  const lines = text.split('\n').map((line) => line.trim());
  let above: { level: number; title: string }[] = [];
  return lines.flatMap((line, at) => {
    if (line === '' || own.has(compact(line))) return [];
    const level = levelOf(line, lines[at + 1]);
    // A title with nothing under it is an item of a list.
    const below = lines[at + 1] === undefined ? 0 : levelOf(lines[at + 1] ?? '', lines[at + 2]);
    if (level === undefined || (below !== undefined && below <= level))
      return [{ titles: above.map(({ title }) => title), line }];
    above = [...above.filter((one) => one.level < level), { level, title: line }];
    return [];
  });
}

/** How deep a heading stands, or undefined for text: a number and few words, or few words before a longer line. */
function levelOf(line: string, next: string | undefined): number | undefined {
  if (line.includes('\t') || /[。；：:！？]/.test(line) || line.length > longestTitle) return undefined;
  const level = levels.findIndex((one) => one.test(line));
  if (level >= 0) return level;
  const isPlain =
    /^[\p{Script=Han}“”\d]{4,}$/u.test(line) &&
    line.length <= longestPlainTitle &&
    /^.{24,}。/.test(next ?? '');
  return isPlain ? plainLevel : undefined;
}
