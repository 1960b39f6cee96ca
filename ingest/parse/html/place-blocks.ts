import type { Block, ParsedDocument, RawLine } from '../../blocks.js';
import { removeContents } from '../contents.js';
import { joinContinuedTables } from '../continued-tables.js';
import { mendSpaces } from '../spacing.js';
import type { HtmlBlock } from './html-blocks.js';

/** Takes the contents page out, and counts the lines: one a paragraph, one a table row. */
export function placeBlocks(found: readonly HtmlBlock[]): ParsedDocument {
  const lines: RawLine[] = found.map((block, number) => ({ number, text: lineOf(block) }));
  const { lines: kept, contents } = removeContents(lines);
  const left = new Set(kept.map((line) => line.number));
  let line = 1;
  const blocks = found.flatMap((block, at): Block[] => {
    const first = line;
    line += block.kind === 'table' ? block.rows.length + 1 : 1;
    if (!left.has(at)) return [];
    return [placed(block, [first, line - 1])];
  });
  return { blocks: joinContinuedTables(blocks), contents, frontMatter: {}, warnings: [] };
}

/** A table ends a contents page; it is never an entry of one. */
function lineOf(block: HtmlBlock): string {
  return block.kind === 'table' ? block.header.join(' ') : block.text;
}

function placed(block: HtmlBlock, lines: [number, number]): Block {
  if (block.kind === 'table') return { ...block, lines, page: null };
  return { ...block, text: mendSpaces(block.text), lines, page: null };
}
