import { parse as parseYaml } from 'yaml';
import type { Block, ParsedDocument, RawLine } from '../blocks.js';
import { blankTableAt } from './blank-tables.js';
import { cleanLines } from './clean-lines.js';
import { removeContents } from './contents.js';
import { joinContinuedTables } from './continued-tables.js';
import { cellPerLineTableAt, type FoundTable, pipeTableAt } from './delimited-tables.js';
import { flattenedTableAt } from './flattened-tables.js';
import { placeFootnotes, takeFootnotes } from './footnotes.js';
import { detectLayout, type Layout } from './layout.js';
import { isRule, markdownHeadingAt, plainEmphasis } from './markdown-headings.js';
import { markupTableAt } from './markup-tables.js';
import { openQuotes } from './open-quotes.js';
import { joinParagraphs } from './paragraphs.js';
import { numberedSpacedTableAt, spacedTableAt } from './spaced-tables.js';
import { stackedTableAt } from './stacked-tables.js';
import { tabTableAt } from './tab-tables.js';

/** Takes a plain-text or Markdown plan apart into blocks. */
export function parseText(source: string): ParsedDocument {
  const warnings: string[] = [];
  const { frontMatter, body } = splitFrontMatter(cleanLines(source), warnings);
  const { lines, contents } = removeContents(openQuotes(body));
  const { lines: text, notes } = takeFootnotes(lines);
  const layout = detectLayout(text, contents);
  const blocks = placeFootnotes(toBlocks(text, layout), notes);
  return { blocks, contents, frontMatter, warnings };
}

function splitFrontMatter(lines: RawLine[], warnings: string[]) {
  const none = { frontMatter: {}, body: lines };
  if (lines[0]?.text.trim() !== '---') return none;
  const end = lines.findIndex((line, index) => index > 0 && line.text.trim() === '---');
  if (end < 0) return none;
  const yaml = lines
    .slice(1, end)
    .map((line) => line.text)
    .join('\n');
  try {
    const parsed: unknown = parseYaml(yaml);
    const isRecord = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return {
      frontMatter: isRecord ? Object.fromEntries(Object.entries(parsed)) : {},
      body: lines.slice(end + 1),
    };
  } catch (error) {
    warnings.push(
      `front matter is not valid YAML: ${error instanceof Error ? error.message : String(error)}`,
    );
    return none;
  }
}

const tableReaders = [
  pipeTableAt,
  markupTableAt,
  tabTableAt,
  cellPerLineTableAt,
  numberedSpacedTableAt,
  flattenedTableAt,
  spacedTableAt,
  blankTableAt,
  stackedTableAt,
];

function toBlocks(lines: RawLine[], layout: Layout): Block[] {
  const blocks: Block[] = [];
  let pending: RawLine[] = [];
  const flush = () => {
    blocks.push(...joinParagraphs(pending, layout));
    pending = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line) break;
    const found = tableAt(lines, at) ?? markdownHeadingAt(lines, at);
    const isOther = pending.length > 0 && pending.at(-1)?.isFramed !== line.isFramed;
    if (found || isOther || isRule(line.text)) flush();
    if (found) blocks.push(framed(found.block, line));
    else if (!isRule(line.text)) pending.push({ ...line, text: plainEmphasis(line.text) });
    at += found?.length ?? 1;
  }
  flush();
  return joinContinuedTables(blocks);
}

function framed(block: Block, { isFramed }: RawLine): Block {
  return isFramed ? { ...block, isFramed } : block;
}

function tableAt(lines: readonly RawLine[], at: number): { block: Block; length: number } | undefined {
  for (const reader of tableReaders) {
    const found: FoundTable | undefined = reader(lines, at);
    if (found) return { block: found.table, length: found.length };
  }
  return undefined;
}
