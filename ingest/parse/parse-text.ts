import { parse as parseYaml } from 'yaml';
import type { Block, ParsedDocument, RawLine } from '../blocks.js';
import { cleanLines } from './clean-lines.js';
import { removeContents } from './contents.js';
import { joinContinuedTables } from './continued-tables.js';
import { cellPerLineTableAt, type FoundTable, pipeTableAt } from './delimited-tables.js';
import { flattenedTableAt } from './flattened-tables.js';
import { placeFootnotes, takeFootnotes } from './footnotes.js';
import { detectLayout, type Layout } from './layout.js';
import { joinParagraphs } from './paragraphs.js';
import { spacedTableAt } from './spaced-tables.js';
import { mendSpaces } from './spacing.js';
import { tabTableAt } from './tab-tables.js';

/** Takes a plain-text or Markdown plan apart into blocks. */
export function parseText(source: string): ParsedDocument {
  const warnings: string[] = [];
  const { frontMatter, body } = splitFrontMatter(cleanLines(source), warnings);
  const { lines, contents } = removeContents(body);
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

const tableReaders = [pipeTableAt, tabTableAt, cellPerLineTableAt, flattenedTableAt, spacedTableAt];

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
    const table = tableAt(lines, at);
    const heading = table ? undefined : markdownHeading(line);
    if (table || heading) flush();
    if (table) blocks.push(table.table);
    else if (heading) blocks.push(heading);
    else pending.push(stripMarkup(line));
    at += table?.length ?? 1;
  }
  flush();
  return joinContinuedTables(blocks);
}

function tableAt(lines: readonly RawLine[], at: number): FoundTable | undefined {
  for (const reader of tableReaders) {
    const found = reader(lines, at);
    if (found) return found;
  }
  return undefined;
}

function markdownHeading(line: RawLine): Block | undefined {
  const match = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line.text);
  if (!match?.[1] || !match[2]) return undefined;
  const text = mendSpaces(stripEmphasis(match[2]));
  return { kind: 'heading', level: match[1].length, text, lines: [line.number, line.number], page: null };
}

function stripMarkup(line: RawLine): RawLine {
  return { ...line, text: stripEmphasis(line.text) };
}

function stripEmphasis(text: string): string {
  return text
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/<\/?(?:b|strong|em|i)>/g, '')
    .replace(/\\([*#_])/g, '$1');
}
