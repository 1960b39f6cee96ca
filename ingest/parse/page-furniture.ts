import { displayWidth } from './spacing.js';

/** Page numbers that stand alone: — 9 —, · 3 ·, 第 3 页 共 20 页, 3 / 20, Page 3 of 20. */
const pageMarks = [
  /^[-—–－~·•]+\s*\d{1,4}\s*[-—–－~·•]+$/,
  /^[-—–－（(【[]?\s*第\s*[\d一二三四五六七八九十百]{1,4}\s*页\s*[，,、/／|]?\s*[（(]?\s*(?:共\s*[\d一二三四五六七八九十百]{1,4}\s*页)?\s*[）)\]】]?\s*[-—–－]?$/,
  /^(?:页码|页)\s*[:：]?\s*\d{1,4}(?:\s*[/／]\s*\d{1,4})?$/,
  /^page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i,
];
const ofPages = /^[-—–－]?\s*(\d{1,4})\s*[/／]\s*(\d{1,4})\s*[-—–－]?$/;
/** Lines with text between two pages' bare numbers; rows that are counted a line each stand nearer. */
const fewestLinesOfPage = 15;
const widestRunningLine = 90;
const fewestPages = 3;

/** Whether a line by itself is a page number with its marks. */
export function isPageMark(line: string): boolean {
  const text = line.trim();
  // A tab opens the cell of a table.
  if (text === '' || line.trimEnd().includes('\t')) return false;
  const [, page, pages] = ofPages.exec(text) ?? [];
  if (page !== undefined && pages !== undefined) return Number(page) <= Number(pages) && Number(pages) > 1;
  return pageMarks.some((mark) => mark.test(text));
}

/** Finds the lines of a text that belong to its pages: page numbers, running headers and footers. */
export function findFurniture(lines: readonly string[]): ReadonlySet<number> {
  const marks = lines.flatMap((line, at) => (isPageMark(line) ? [at] : []));
  // Where pages are numbered with marks, a number alone is a cell.
  const bare = marks.length >= fewestPages ? [] : bareNumbers(lines);
  const furniture = new Set([...marks, ...bare, ...siteLines(lines)]);
  for (const at of runningLines(lines, furniture)) furniture.add(at);
  return furniture;
}

/** What a site's page sets around a text that is copied from it: the path to the page, when it was put up, how often it was read. */
function siteLines(lines: readonly string[]): number[] {
  const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const edges = [...filled.slice(0, linesAtEdge), ...filled.slice(-linesAtEdge)];
  return edges.filter((at) => {
    const line = lines[at] ?? '';
    return pathToPage.test(line) || (line.match(pageLabels)?.length ?? 0) >= fewestLabels;
  });
}

const linesAtEdge = 15;
const fewestLabels = 2;
const pathToPage = /^\s*(?:(?:您|你)?(?:当前|现在)?的?(?:所在)?位置\s*[:：]\s*)?(?:网站)?首页\s*[>＞»›/]/;
const pageLabels =
  /(?:发布(?:时间|日期|机构)|信息来源|来源|文章来源|浏览(?:次数|量)|阅读(?:次数|量)|点击(?:次?数|量|率)|访问量|字体|字号|作者|责任编辑|编辑|打印本页|关闭窗口|分享到?)\s*[:：]|【?(?:打印本?页?|关闭窗?口?|收藏)】/g;

/** Numbers alone on their lines that count the pages up, a page's length apart. */
function bareNumbers(lines: readonly string[]): number[] {
  let filled = 0;
  const numbers = lines.flatMap((line, at) => {
    if (line.trim() !== '') filled += 1;
    return /^ *\d{1,3} *$/.test(line) ? [{ at, filled, value: Number(line.trim()) }] : [];
  });
  let longest: typeof numbers = [];
  for (const start of numbers.keys()) {
    const run = numbers.slice(start, start + 1);
    for (const next of numbers.slice(start + 1)) {
      const last = run.at(-1);
      if (last && next.value === last.value + 1 && next.filled - last.filled >= fewestLinesOfPage)
        run.push(next);
    }
    if (run.length > longest.length) longest = run;
  }
  return longest.length >= fewestPages ? longest.map(({ at }) => at) : [];
}

/** Lines that come back beside page numbers or page feeds, whatever numbers are in them. */
function runningLines(lines: readonly string[], marks: ReadonlySet<number>): number[] {
  const places = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    if (marks.has(at) || line.trimEnd().includes('\t') || displayWidth(line.trim()) > widestRunningLine)
      continue;
    const pattern = patternOf(line);
    if (pattern === '' || /[。；：]$/.test(pattern)) continue;
    places.set(pattern, [...(places.get(pattern) ?? []), at]);
  }
  return [...places.values()].flatMap((found) => {
    if (found.length < fewestPages) return [];
    const atEdge = found.filter((at) => standsAtEdge(lines, marks, at));
    return atEdge.length >= fewestPages && atEdge.length >= found.length * 0.7 ? atEdge : [];
  });
}

/** The line's words without the page number at either end. */
function patternOf(line: string): string {
  return line
    .replace(/\s+/g, '')
    .replace(/^[-—–－]?\d{1,4}[-—–－]?(?=\D)|(?<=\D)[-—–－]?\d{1,4}[-—–－]?$/g, '');
}

/** Whether a page begins with the line or ends with it. */
function standsAtEdge(lines: readonly string[], marks: ReadonlySet<number>, at: number): boolean {
  if (lines[at]?.includes('\f')) return true;
  for (const step of [-1, 1]) {
    let next = at + step;
    while ((lines[next] ?? '|').trim() === '' && !lines[next]?.includes('\f')) next += step;
    if (marks.has(next) || lines[next]?.includes('\f')) return true;
  }
  return false;
}
