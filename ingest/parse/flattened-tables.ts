import type { RawLine } from '../blocks.js';
import type { FoundTable } from './delimited-tables.js';
import { readRow } from './flattened-rows.js';
import words from './flattened-tables.json' with { type: 'json' };
import { isBoxTitle, isTableCaption, numberingOf } from './numbering.js';
import { displayWidth } from './spacing.js';

const headerWords = new Set([...words.serial, ...words.subject, ...words.category, ...words.unit]);
const fragmentEnd = new RegExp(words.fragmentEnds);

/**
 * A table that a PDF's text layer flattened: a header line of column names between blanks, then rows that
 * begin with their serial number, their cells possibly wrapped over several lines.
 */
export function flattenedTableAt(lines: readonly RawLine[], start: number): FoundTable | undefined {
  const first = headerTokens(lines[start]?.text ?? '');
  if (!first) return undefined;
  const firstRow = findSerial(lines, start + 1, 1, start + 20);
  if (firstRow === undefined) return undefined;
  const header = joinFragments(first, lines.slice(start + 1, firstRow));
  const end = regionEnd(lines, firstRow);
  const groups = splitRows(lines, firstRow, end);
  if (groups.length < 2) return undefined;
  const rows = groups.flatMap((group) => readRow(group, header));
  if (rows.some((row) => row.cells.length > header.length + 2)) return undefined;
  const last = lines[end - 1]?.number ?? 0;
  return {
    table: {
      kind: 'table',
      caption: null,
      header,
      rows: rows.map((row) => row.cells),
      rowGroups: rows.map((row) => row.group),
      lines: [lines[start]?.number ?? 0, last],
      page: null,
      displaced: isMidSentence(lines, start),
    },
    length: end - start,
  };
}

/** The column names of a header line: at least three, a serial number or a subject among them. */
function headerTokens(text: string): string[] | undefined {
  if (displayWidth(text) > 90 || /[。；，：]/.test(text)) return undefined;
  const tokens = text
    .trim()
    .replace(/(\d{4}) 年/g, '$1年')
    .split(/\s+/);
  const isHeader = tokens.length >= 3 && words.serial.includes(tokens[0] ?? '');
  return isHeader && tokens.some((token) => headerWords.has(token) && token !== tokens[0])
    ? tokens
    : undefined;
}

/** Column names that wrap: fragments a line, up to a word that ends a name. */
function joinFragments(tokens: readonly string[], rest: readonly RawLine[]): string[] {
  const header = [...tokens];
  let open = '';
  for (const line of rest) {
    open += line.text.trim();
    if (open === '' || !fragmentEnd.test(open)) continue;
    header.push(open);
    open = '';
  }
  return open === '' ? header : [...header, open];
}

function findSerial(
  lines: readonly RawLine[],
  from: number,
  serial: number,
  limit: number,
): number | undefined {
  const expression = new RegExp(`^\\s*${serial}(?:\\s|$)`);
  for (let at = from; at < Math.min(limit, lines.length); at += 1)
    if (expression.test(lines[at]?.text ?? '')) return at;
  return undefined;
}

/** Where the rows end: at a heading, a caption or a line of prose. */
function regionEnd(lines: readonly RawLine[], from: number): number {
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    const text = (lines[at]?.text ?? '').trim();
    if (text === '') continue;
    const numbering = numberingOf(text);
    const isHeading = numbering !== undefined && numbering.style !== '1.' && numbering.style !== '（1）';
    const isProse = /[。；：]/.test(text) || (/[，、]/.test(text) && displayWidth(text) >= 44);
    if (isHeading || isProse || isBoxTitle(text) || isTableCaption(text)) break;
    if (/^(?:注|备注|说明|数据来源)/.test(text)) break;
    if (displayWidth(text) >= 50 && !/\d/.test(text)) break;
    end = at + 1;
  }
  return end;
}

function splitRows(lines: readonly RawLine[], from: number, end: number): string[][] {
  const rows: string[][] = [];
  let start = from;
  for (let serial = 1; start < end; serial += 1) {
    const next = findSerial(lines, start + 1, serial + 1, end) ?? end;
    const texts = lines.slice(start, next).map((line) => line.text.trim());
    rows.push(texts.filter((text) => text !== ''));
    start = next;
  }
  return rows;
}

function isMidSentence(lines: readonly RawLine[], start: number): boolean {
  for (let at = start - 1; at >= 0; at -= 1) {
    const text = (lines[at]?.text ?? '').trim();
    if (text !== '') return displayWidth(text) >= 44 && !/[。；：！？]$/.test(text) && !numberingOf(text);
  }
  return false;
}
