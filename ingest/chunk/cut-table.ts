import { type Table, tableText } from '../blocks.js';
import { cutEvery, cutText } from './cut-text.js';
import type { PassageDraft, Piece } from './draft.js';
import { longestTable } from './limits.js';

/** A header longer than this leaves too little room for rows: it stands once, not over each part. */
const longestRepeatedHeader = 600;
/** Room that is kept free in a part. */
const slack = 20;

/**
 * Cuts a table into passages between rows, its header over each; what leads to it (headings, caption) goes
 * before the first part, its notes after the last.
 */
export function cutTable({
  path,
  table,
  lead,
  notes,
}: {
  path: string[];
  table: Table;
  lead: readonly Piece[];
  notes: readonly Piece[];
}): PassageDraft[] {
  const { head, rows } = rowTexts(table);
  const parts = fillParts(rows, { first: lengthOf(lead) + head.length, next: head.length });
  const drafts = parts.map((part, at): PassageDraft => {
    const text = [head, ...part].filter((line) => line !== '').join('\n');
    const own = text === '' ? [] : [{ text, lines: table.lines, page: table.page }];
    return { sectionPath: path, kind: 'table', pieces: [...(at === 0 ? lead : []), ...own] };
  });
  const last = drafts.at(-1);
  if (!last || lengthOf([...last.pieces, ...notes]) > longestTable)
    return [...drafts, ...cutText(path, notes)];
  last.pieces.push(...notes);
  return drafts;
}

/** The header that stands over each part, and the rows; a row that no passage holds is cut. */
function rowTexts(table: Table): { head: string; rows: string[] } {
  const header = tableText({ ...table, rows: [] });
  const isRepeated = header.length <= longestRepeatedHeader;
  const head = isRepeated ? header : '';
  const rows = table.rows.map((row) => tableText({ header: [], rows: [row] }));
  const room = longestTable - head.length - slack;
  return { head, rows: (isRepeated ? rows : [header, ...rows]).flatMap((row) => cutEvery(row, room)) };
}

function fillParts(rows: readonly string[], taken: { first: number; next: number }): string[][] {
  const parts: string[][] = [[]];
  let length = taken.first;
  for (const row of rows) {
    if (length + row.length + 1 > longestTable - slack) {
      parts.push([]);
      length = taken.next;
    }
    parts.at(-1)?.push(row);
    length += row.length + 1;
  }
  return parts;
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.text.length + 1, 0);
}
