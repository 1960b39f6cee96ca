/** A line of the source as it stands, counted from 1. */
export interface RawLine {
  text: string;
  number: number;
  /** True where a bullet of a symbol font stood before the text. */
  isItem?: boolean;
  /** True for a line of a block quote. */
  isFramed?: boolean;
}

interface Placed {
  /** First and last raw line. */
  lines: [number, number];
  page: number | null;
  /** True for what the source sets apart from the text around it: a block quote, a frame. */
  isFramed?: boolean;
}

export interface Paragraph extends Placed {
  kind: 'paragraph';
  text: string;
}

/** A heading that the format marks as one; text formats leave headings to `structure`. */
export interface Heading extends Placed {
  kind: 'heading';
  text: string;
  level: number;
}

export interface Table extends Placed {
  kind: 'table';
  caption: string | null;
  header: string[];
  rows: string[][];
  /** Rows that the header was put together from, as they stand, where it was more than one. */
  headRows?: string[][];
  /** The name that several rows share, a row each, where it is not a cell of its own; '' for none. */
  rowGroups?: string[];
  /** True for a table that page layout dropped into the middle of a paragraph. */
  displaced?: boolean;
}

/** What every reader makes of a file, in reading order. */
export type Block = Paragraph | Heading | Table;

/** A file taken apart: its blocks, the entries of its table of contents, and what was odd. */
export interface ParsedDocument {
  blocks: Block[];
  /** Titles listed in the table of contents, to check the outline by. */
  contents: string[];
  /** Front matter of a Markdown file, as written. */
  frontMatter: Record<string, unknown>;
  /** How many pages there are, in formats that have pages. */
  pages?: number;
  warnings: string[];
}

/** A table's cells in reading order, a row a line: the plan's own text. */
export function tableText(table: Pick<Table, 'header' | 'rows' | 'headRows'>): string {
  return [...(table.headRows ?? [table.header]), ...table.rows]
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => row.join('\t').trim())
    .join('\n');
}
