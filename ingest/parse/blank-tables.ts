import type { RawLine } from '../blocks.js';
import { type FoundTable, found } from './delimited-tables.js';
import words from './flattened-tables.json' with { type: 'json' };
import { mendSpaces } from './spacing.js';

const fewestColumns = 3;
const fewestRows = 3;
const longestCell = 20;
const year = /^[“"]?(?:(?:19|20)\d\d年?|十[一二三四五六七八九]五)/;
const value =
  /^(?:[≥≤><＞＜~约+]?[-－]?\d[\d.,，]*[%％]?[*＊]?|[-—–－]{1,2}|[[（(][\d.]+[%％]?[\])）])(?:以上|以下|以内|左右)?$/;

/**
 * A table whose cells a single blank parts: a header that names what is measured and years, and rows with a
 * figure under each of the years. As a blank may stand within a name too, rows that do not fit in the one way
 * that there is are left as text.
 */
export function blankTableAt(lines: readonly RawLine[], start: number): FoundTable | undefined {
  const header = tokensOf(lines[start]?.text);
  if (!isHeader(header)) return undefined;
  const rows = [header];
  let end = start + 1;
  for (let at = end; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    if (text.trim() === '') continue;
    const tokens = tokensOf(text);
    if (tokens.join(' ') === header.join(' ')) continue;
    const row = rowOf(tokens, header);
    // Half of a table would be worse than its lines in order.
    if (!row && tokens.some((token) => value.test(token)) && tokens.length > 1) return undefined;
    if (!row) break;
    rows.push(row);
    end = at + 1;
  }
  return rows.length <= fewestRows ? undefined : found(lines, start, end, rows);
}

function tokensOf(text: string | undefined): string[] {
  const line = (text ?? '').trim().replace(/((?:19|20)\d\d) 年/g, '$1年');
  return /[\t|。；：]/.test(line) || line === '' ? [] : line.split(/ +/).map(mendSpaces);
}

/** What is measured first, and at least one year. */
function isHeader(tokens: readonly string[]): boolean {
  const [first = ''] = tokens;
  return (
    tokens.length >= fewestColumns &&
    [...words.subject, ...words.category].includes(first) &&
    tokens.some((token) => year.test(token)) &&
    tokens.every((token) => token.length <= longestCell)
  );
}

/** A cell a token; more tokens than columns are parts of the name, where the rest can stand in one way only. */
function rowOf(tokens: readonly string[], header: readonly string[]): string[] | undefined {
  const extra = tokens.length - header.length;
  if (extra < 0) return undefined;
  const row = [tokens.slice(0, extra + 1).join(' '), ...tokens.slice(extra + 1)];
  const isName = /[一-鿿A-Za-z]/.test(row[0] ?? '') && (row[0] ?? '').length <= longestCell * 2;
  const fits = row.every((cell, at) => !year.test(header[at] ?? '') || value.test(cell));
  const unitAt = header.findIndex((cell) => words.unit.includes(cell));
  const hasUnit = unitAt < 0 || !/^\d/.test(row[unitAt] ?? '');
  return isName && fits && hasUnit ? row : undefined;
}
