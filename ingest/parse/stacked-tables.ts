import type { RawLine } from '../blocks.js';
import { type FoundTable, found } from './delimited-tables.js';
import words from './flattened-tables.json' with { type: 'json' };
import { isBoxTitle, isTableCaption, numberingOf } from './numbering.js';
import { displayWidth, mendSpaces } from './spacing.js';

const fewestColumns = 3;
const mostColumns = 12;
/** Lines that one cell can be wrapped over besides its first. */
const mostWrapped = 3;
const fewestRows = 2;
/** Without serial numbers only the figures under the years tell where a row begins. */
const fewestRowsWithoutSerial = 3;
const widestCell = 60;

const year = /^[“"]?(?:(?:19|20)\d\d|十[一二三四五六七八九]五|第[一二三四五]年|近期|远期|目标|现状|基期)/;
const isYear = (head: string): boolean => /^(?:19|20)\d\d/.test(head);
const value =
  /^(?:[≥≤><＞＜~约+]?\s?[-－]?\d[\d.,，]*\s?[%％]?[*＊]?|[-—–－/／]{1,2}|[[［（(〔【][\d.]+[%％]?[\]］）)〕】])\s?(?:以上|以下|以内|左右)?$/;

interface Line {
  text: string;
  /** Place among the lines of the text. */
  at: number;
}

/**
 * A table copied out of a page or a PDF with a cell a line and nothing to mark the rows: as many lines as the
 * head has, over and over. Rows begin with their serial numbers, or have figures under each of the years.
 */
export function stackedTableAt(lines: readonly RawLine[], start: number): FoundTable | undefined {
  const first = cellText(lines[start]);
  const isSerial = words.serial.includes(first);
  if (!isSerial && ![...words.subject, ...words.category].includes(first)) return undefined;
  const cells = cellsFrom(lines, start);
  const rows = rowsOf(cells, isSerial) ?? rowsOf(withWholeHeads(cells), isSerial);
  const last = rows?.at(-1)?.at(-1);
  return rows && last
    ? found(
        lines,
        start,
        last.at + 1,
        rows.map((row) => row.map(({ text }) => text)),
      )
    : undefined;
}

function rowsOf(cells: readonly Line[], isSerial: boolean): Line[][] | undefined {
  return isSerial ? bySerial(cells) : byFigures(cells);
}

/** A head that is broken over two lines (指标 | 属性) is one, where the whole is a word for a head. */
function withWholeHeads(cells: readonly Line[]): Line[] {
  const end = Math.min(cells.length, mostColumns + mostWrapped);
  const heads: Line[] = [];
  for (let at = 0; at < end; at += 1) {
    const [line, next] = [cells[at], cells[at + 1]];
    const isBroken = line && next && at > 0 && at + 1 < end && words.wrapped.includes(line.text + next.text);
    if (line) heads.push(isBroken ? { text: line.text + next.text, at: next.at } : line);
    if (isBroken) at += 1;
  }
  return [...heads, ...cells.slice(end)];
}

function cellText(line: RawLine | undefined): string {
  return line === undefined || line.text.includes('\t') ? '' : mendSpaces(line.text).trim();
}

/** The lines that can be cells, up to a caption, a heading in words or a line of prose. */
function cellsFrom(lines: readonly RawLine[], start: number): Line[] {
  const cells: Line[] = [];
  for (let at = start; at < lines.length; at += 1) {
    const raw = lines[at]?.text ?? '';
    const text = cellText(lines[at]);
    if (raw.trim() === '') continue;
    if (text === '' || displayWidth(text) > widestCell || /[。；]|[：:]$/.test(text)) break;
    const style = numberingOf(text)?.style;
    const isHeading = style !== undefined && style !== '1.' && style !== '（1）';
    if (isHeading || isBoxTitle(text) || isTableCaption(text) || /^(?:注|备注|说明|数据来源)[：:]/.test(text))
      break;
    cells.push({ text, at });
  }
  return cells;
}

/** The head goes up to the number 1; each row has as many lines, or more where its name is wrapped. */
function bySerial(cells: readonly Line[]): Line[][] | undefined {
  const width = cells.findIndex(({ text }) => text === '1');
  if (width < fewestColumns || width > mostColumns) return undefined;
  const rows = [cells.slice(0, width)];
  for (let at = width, serial = 1; ; serial += 1) {
    const next = nextSerial(cells, at + width, serial + 1);
    const row = rowOf(cells.slice(at, next ?? at + width), width);
    if (!row) break;
    // A row that lacks a line has its figures under other years, or the next row's number.
    if (!isUnderHead(row, cells)) return undefined;
    rows.push(row);
    if (next === undefined) break;
    at = next;
  }
  return rows.length > fewestRows ? rows : undefined;
}

/** Whether a row has a figure, or the sign for none, under each year of the head. */
function isUnderHead(row: readonly Line[], head: readonly Line[]): boolean {
  return row.every(({ text }, at) => !isYear(head[at]?.text ?? '') || value.test(text));
}

function nextSerial(cells: readonly Line[], from: number, serial: number): number | undefined {
  for (let at = from; at <= from + mostWrapped; at += 1) if (cells[at]?.text === String(serial)) return at;
  return undefined;
}

/** A row with more lines than columns has its name over several: what is too much follows the serial number. */
function rowOf(lines: readonly Line[], width: number): Line[] | undefined {
  const extra = lines.length - width;
  if (extra < 0) return undefined;
  if (extra === 0) return [...lines];
  const [serial, ...rest] = lines;
  const name = rest.slice(0, extra + 1);
  const at = name.at(-1)?.at;
  if (!serial || at === undefined || name.some(({ text }) => value.test(text))) return undefined;
  return [serial, { text: name.map(({ text }) => text).join(''), at }, ...rest.slice(extra + 1)];
}

/** The one width at which every row has a name in front and figures under the years. */
function byFigures(cells: readonly Line[]): Line[][] | undefined {
  for (let width = fewestColumns; width <= mostColumns; width += 1) {
    const head = cells.slice(0, width);
    const figures = head.flatMap(({ text }, at) => (year.test(text) ? [at] : []));
    if (figures.length === 0 || head.some(({ text }) => value.test(text))) continue;
    const rows = [head];
    for (let at = width; at + width <= cells.length; at += width) {
      const row = cells.slice(at, at + width);
      const fits = figures.every((column) => value.test(row[column]?.text ?? ''));
      if (!fits || value.test(row[0]?.text ?? '')) break;
      rows.push(row);
    }
    if (rows.length > fewestRowsWithoutSerial) return rows;
  }
  return undefined;
}
