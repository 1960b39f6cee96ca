import type { Table } from '../../../ingest/blocks.js';
import { cutPassages } from '../../../ingest/chunk.js';
import { parseFile } from '../../../ingest/parse/parse-file.js';
import { buildSections } from '../../../ingest/structure.js';

/** What a file says, apart from blanks and bullets, which each format sets in its own way. */
export interface Reading {
  outline: string[];
  tables: { header: string[]; rows: string[][] }[];
  passages: string[];
  pages: (number | null)[];
}

export async function readFormat(file: string, bytes: Uint8Array): Promise<Reading> {
  const { document } = await parseFile({ bytes, file });
  const sections = buildSections(document.blocks);
  const passages = cutPassages('plan', sections);
  return {
    outline: sections.filter(({ path }) => path.length > 0).map(({ path }) => path.map(folded).join(' > ')),
    tables: document.blocks.filter((block) => block.kind === 'table').map(foldedTable),
    passages: passages.map(({ text }) => folded(text)),
    pages: passages.map(({ page }) => page),
  };
}

/** Share of the characters of one reading that stands in passages which the other has word for word. */
export function sharedPassages(wanted: Reading, got: Reading): number {
  const there = new Set(got.passages);
  const lengthOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);
  return lengthOf(wanted.passages.filter((text) => there.has(text))) / lengthOf(wanted.passages);
}

function foldedTable({ header, rows }: Table): Reading['tables'][number] {
  return { header: header.map(folded), rows: rows.map((row) => row.map(folded)) };
}

function folded(text: string): string {
  return text.replace(/^[-•·]\s+/gm, '').replace(/\s+/g, '');
}
