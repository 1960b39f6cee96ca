import type { Block, Heading } from './blocks.js';
import { headingOf } from './outline.js';
import words from './plan-record.json' with { type: 'json' };

/** How far into a file its titles may stand: behind a cover, a notice and its letter. */
const mostFrontBlocks = 25;
/** A single top heading is the title wherever these few lines leave it. */
const mostLinesBefore = 5;
const titleEnd = new RegExp(`(?:${words.documentKinds.join('|')}|通知)(?:[（(].{4,24}[）)])?$`);
const yearsAlone = /^[（(]\s*\d{4}\s*年?\s*[-—－–~～至]+\s*\d{4}\s*年?\s*[）)]$/;

/**
 * Takes what a file marks as headings on its cover for text: the plan's title, the notice that it came with,
 * and its years on a line of their own are no sections.
 */
export function withoutTitle(blocks: readonly Block[]): readonly Block[] {
  const tops = blocks.filter((block) => isUnnumbered(block) && block.level === 1);
  const [title] = tops;
  const titles = new Set<Block>(frontTitles(blocks));
  if (title && tops.length === 1 && blocks.indexOf(title) <= mostLinesBefore) titles.add(title);
  return blocks.map((block) => (titles.has(block) ? asParagraph(block) : block));
}

/** Headings before the first that opens a part of the plan, as far as they read like titles of documents. */
function frontTitles(blocks: readonly Block[]): Block[] {
  const end = blocks.findIndex((block) => block.kind !== 'table' && headingOf(block.text) !== undefined);
  const front = end < 0 ? [] : blocks.slice(0, Math.min(end, mostFrontBlocks));
  const top = Math.min(...front.filter(isUnnumbered).map(({ level }) => level));
  return front.filter(
    (block) =>
      isUnnumbered(block) &&
      (yearsAlone.test(block.text) || (block.level === top && titleEnd.test(block.text))),
  );
}

function isUnnumbered(block: Block): block is Heading {
  return block.kind === 'heading' && headingOf(block.text) === undefined;
}

function asParagraph(block: Block): Block {
  return block.kind === 'heading'
    ? { kind: 'paragraph', text: block.text, lines: block.lines, page: block.page }
    : block;
}
