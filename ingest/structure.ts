import { listedAnnexes } from './annex-list.js';
import type { Block, Paragraph } from './blocks.js';
import { markDecimalHeadings } from './decimal-headings.js';
import { evenLists } from './list-headings.js';
import { type HeadingMark, headingOf, markedHeading } from './outline.js';
import { closeCaption, enterFrame, leaveFrame, type Open, parentOf } from './outline-stack.js';
import { numberingOf } from './parse/numbering.js';
import { displayWidth } from './parse/spacing.js';
import { placeDisplaced } from './place-displaced.js';
import { withoutTitle } from './plan-title.js';
import { responsibilitiesIn } from './responsibilities.js';
import type { Section } from './section.js';

export type { Section } from './section.js';

/** Builds the section tree of a plan, in reading order; levels come from the plan's own use of numbering. */
export function buildSections(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [newSection([], 'preamble', blocks[0])];
  let stack: Open[] = [];
  const placed = placeDisplaced(withoutTitle(markDecimalHeadings(blocks)));
  const even = evenLists(placed);
  const enclosed = listedAnnexes(placed);
  for (const [index, block] of placed.entries()) {
    if (continuesAnnexTitle(block, stack)) continue;
    stack = leaveFrame(stack, block);
    const mark = enclosed.has(block)
      ? undefined
      : even.has(block)
        ? even.get(block)
        : markOf(block, placed, index, stack);
    if (!mark) {
      stack = closeCaption(stack, block);
      countItem(block, stack);
      if (block.isFramed) enterFrame(stack);
      (stack.at(-1)?.section ?? sections[0])?.blocks.push(block);
      if (block.kind === 'table') captionTable(block, stack.at(-1));
      continue;
    }
    stack = parentOf(mark, stack, { isFramed: block.isFramed === true });
    const path = [...stack.map((open) => open.section.title), mark.title];
    const section = newSection(path, mark.kind, block);
    if (mark.runIn) section.blocks.push(block);
    sections.push(section);
    stack = [...stack, { mark, section, isFramed: block.isFramed === true }];
  }
  for (const section of sections) section.responsible = responsibilitiesIn(section.blocks);
  return sections;
}

function newSection(path: string[], kind: Section['kind'], block: Block | undefined): Section {
  const lines: [number, number] = block ? [block.lines[0], block.lines[1]] : [1, 1];
  return {
    title: path.at(-1) ?? '',
    path,
    level: path.length,
    kind,
    blocks: [],
    lines,
    page: block?.page ?? null,
    responsible: [],
  };
}

function markOf(block: Block, blocks: readonly Block[], index: number, stack: readonly Open[]) {
  if (block.kind === 'table') return undefined;
  if (block.kind === 'heading') {
    // Text that goes on after the title on a marked-up line is kept.
    const runIn = headingOf(block.text)?.runIn ?? false;
    return { ...markedHeading(block.text, block.level), runIn };
  }
  return headingOf(block.text) ?? titleBeforeTable(block, blocks, index, stack);
}

const tableTitleEnd = /(?:表|计划|方案|清单|体系|情况|需求|安排|指标|一览|分工)$/;

/** An unnumbered line that heads a table; after an annex it opens a part of its own. */
function titleBeforeTable(
  block: Paragraph,
  blocks: readonly Block[],
  index: number,
  stack: readonly Open[],
): HeadingMark | undefined {
  const isTitle =
    displayWidth(block.text) <= 80 &&
    tableTitleEnd.test(block.text.replace(/[（(][^（()）]*[）)]$/, '')) &&
    !/[，。；：]/.test(block.text);
  if (!isTitle) return undefined;
  const next = blocks[index + 1];
  const note = next?.kind === 'paragraph' && /^[（(].*[）)]$/.test(next.text) ? blocks[index + 2] : next;
  if (note?.kind !== 'table') return undefined;
  const inAnnex =
    stack[0]?.mark.kind === 'annex' && stack[0].section.blocks.some((own) => own.kind === 'table');
  const kind = inAnnex && !/表$/.test(block.text) ? 'annex' : 'table';
  return { kind, title: block.text, style: '', number: 0, markupLevel: null, runIn: false };
}

/** 附件1 with its title on the lines below: one heading. */
function continuesAnnexTitle(block: Block, stack: readonly Open[]): boolean {
  const top = stack.at(-1);
  if (top?.mark.kind !== 'annex' || stack.length > 1 || top.section.blocks.length > 0) return false;
  if (block.kind !== 'paragraph' || numberingOf(block.text) || /[。；：，]/.test(block.text)) return false;
  if (displayWidth(block.text) > 60 || displayWidth(top.section.title) > 60) return false;
  const joined = /\d$/.test(top.section.title)
    ? `${top.section.title} ${block.text}`
    : top.section.title + block.text;
  top.section.title = joined;
  top.section.path = [joined];
  top.section.lines = [top.section.lines[0], block.lines[1]];
  return true;
}

/** Items that are text, not headings, still count: 2. between the headings 1. and 3. */
function countItem(block: Block, stack: readonly Open[]): void {
  const numbering = block.kind === 'paragraph' ? numberingOf(block.text) : undefined;
  if (!numbering) return;
  const open = stack.findLast(
    (one) => one.mark.style === numbering.style && one.mark.number === numbering.number - 1,
  );
  if (open && open === stack.findLast((one) => one.mark.style === numbering.style))
    open.mark.number = numbering.number;
}

function captionTable(table: Block, open: Open | undefined): void {
  if (table.kind !== 'table' || !open) return;
  const isWhole = open.mark.kind === 'annex' && open.section.blocks.length === 1;
  const isSecond = open.section.blocks.some((block) => block.kind === 'table' && block !== table);
  if (isWhole || open.mark.kind === 'box' || (open.mark.kind === 'table' && !isSecond))
    table.caption = open.section.title;
}
