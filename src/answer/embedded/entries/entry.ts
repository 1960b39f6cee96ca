import { lookUpUnit } from '../../../quantity/units.js';
import type { Passage } from '../../../records.js';
import { cellUnder, rowsUnder, type TableRow } from '../table-rows.js';
import type { EntryFigure } from './entry-figures.js';
import words from './entry-words.json' with { type: 'json' };

/** A line of a plan that is about one named thing: a row of a table, an item of a box, a paragraph with a lead. */
export interface Entry {
  /** What the line is about: 石门峡水库, 石潭至乌岭高速公路. */
  label: string;
  passage: Passage;
  /** The line as it stands in the passage. */
  quote: string;
  /** Cells under their heads, where the line is the row of a table. */
  cells: Cell[];
  /** The same for a row shorter than its head, its cells counted from the front instead of the end. */
  fromFront?: Cell[];
  /** Its figures, where it was read for them. */
  figures?: EntryFigure[];
  /** Whether it is named in a sentence beside others. */
  isMember?: true;
  /** Whether it is a column of a table, told by its head; its cells are under the names of the rows. */
  isColumn?: true;
  /** What stands above or before the line and says what it is about. */
  context: string;
  /** Lines of one table or of one section have one family: they can be set side by side. */
  family: string;
}

export interface Cell {
  head: string;
  text: string;
}

const longestLabel = 30;
const longestLine = 600;
const numbered = new RegExp(words.numbered);
const lead = new RegExp(words.lead);
/** 第二节, （一）, 8.1 before a title. */
const heading = new RegExp(words.heading, 'u');
const known = new WeakMap<Passage, Entry[]>();

/** The named lines of a passage, in their order. */
export function entriesOf(passage: Passage): Entry[] {
  const found = known.get(passage) ?? (passage.kind === 'table' ? rowsOf(passage) : linesOf(passage));
  known.set(passage, found);
  return found;
}

function rowsOf(passage: Passage): Entry[] {
  const rows = rowsUnder(passage, () => true);
  const quotes = passage.text.split('\n');
  const family = familyOf(passage, rows[0]?.header.join('\t') ?? '');
  const entries = rows.flatMap((row): Entry[] => {
    const quote = quotes.find((line) => line === row.cells.join('\t'));
    if (!quote || row.name === '') return [];
    const cells = row.header.map((head, at) => ({ head: head.trim(), text: cellUnder(row, at) }));
    const entry = { label: bareName(row.name), passage, quote, cells, context: row.header.join(' '), family };
    if (row.cells.length === row.header.length) return [entry];
    const fromFront = row.header.map((head, at) => ({
      head: head.trim(),
      text: row.cells[at]?.trim() ?? '',
    }));
    return [{ ...entry, fromFront }];
  });
  if (entries.length > 0) return [...entries, ...columnsOf(rows, passage, family)];
  // A box set as a table of two columns has its lines in the same shape as one set as text.
  return linesOf(passage);
}

/** A column whose head describes what it is of (某区政府授权+专业运作) is a thing that is set beside others. */
function columnsOf(rows: readonly TableRow[], passage: Passage, family: string): Entry[] {
  const [first] = rows;
  if (!first || rows.some(({ cells, header }) => cells.length !== header.length)) return [];
  return first.header.slice(1).flatMap((head, at): Entry[] => {
    const label = head.trim();
    const cells = rows.map((row) => ({ head: row.name, text: row.cells[at + 1]?.trim() ?? '' }));
    if (!/\p{Script=Han}{4}/u.test(label) || cells.some(({ text }) => /^[\d.,%≥≤<>-]+$/.test(text)))
      return [];
    return [
      { label, passage, quote: label, cells, context: label, family: `${family}\ncolumns`, isColumn: true },
    ];
  });
}

/** A name without its number in front and its unit behind. */
function bareName(name: string): string {
  return name
    .replace(numbered, '')
    .replace(/[（(][^（）()]*[）)]$/, (unit) => (lookUpUnit(unit.slice(1, -1)) ? '' : unit));
}

/** 1.某工程。全长42公里…; 某工程：总投资…; the words before the first mark name what the line is about. */
function linesOf(passage: Passage): Entry[] {
  const family = familyOf(passage, '');
  const lines = passage.text.split('\n').map((line) => line.trim());
  return lines.flatMap((quote, at): Entry[] => {
    // Short sections share a passage, each under its title.
    const above = lines[at - 1];
    const isUnder = above !== undefined && isTitle(above) && !isTitle(quote);
    const title = isUnder ? above.replace(heading, '') : undefined;
    const own = lead.exec(quote.replace(numbered, ''))?.groups?.label;
    // A title over several lines names none of them.
    const below = lines[at + 1];
    const isAlone = below === undefined || below === '' || isTitle(below);
    const label = isAlone ? (title ?? own) : (own ?? title);
    if (!label || label.length > longestLabel || quote.length > longestLine) return [];
    return [{ label: label.trim(), passage, quote, cells: [], context: quote, family }];
  });
}

function isTitle(line: string): boolean {
  return line.length <= longestLabel && heading.test(line) && !/[。；，：]/.test(line);
}

function familyOf({ planId, sectionPath }: Passage, header: string): string {
  return [planId, ...sectionPath, header].join('\n');
}
