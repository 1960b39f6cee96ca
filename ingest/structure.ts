import type { Block, Paragraph } from './blocks.js';
import { type HeadingMark, headingOf, markedHeading } from './outline.js';
import { numberingOf } from './parse/numbering.js';
import { displayWidth } from './parse/spacing.js';
import { type Responsibility, responsibilitiesIn } from './responsibilities.js';

/** A node of a plan's outline with the text that stands directly under it. */
export interface Section {
  title: string;
  /** Titles from the top down to this one; empty for what stands before the first heading. */
  path: string[];
  level: number;
  kind: HeadingMark['kind'] | 'preamble';
  blocks: Block[];
  lines: [number, number];
  page: number | null;
  /** Who is to do what the section says, where it says so: 责任单位：…, （牵头单位：…）. */
  responsible: Responsibility[];
}

interface Open {
  mark: HeadingMark;
  section: Section;
}

/** Builds the section tree of a plan, in reading order; levels come from the plan's own use of numbering. */
export function buildSections(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [newSection([], 'preamble', blocks[0])];
  let stack: Open[] = [];
  const placed = placeDisplaced(withoutTitle(blocks));
  for (const [index, block] of placed.entries()) {
    if (continuesAnnexTitle(block, stack)) continue;
    const mark = markOf(block, placed, index, stack);
    if (!mark) {
      stack = closeCaption(stack, block);
      countItem(block, stack);
      (stack.at(-1)?.section ?? sections[0])?.blocks.push(block);
      if (block.kind === 'table') captionTable(block, stack.at(-1));
      continue;
    }
    stack = parentOf(mark, stack);
    const path = [...stack.map((open) => open.section.title), mark.title];
    const section = newSection(path, mark.kind, block);
    if (mark.runIn) section.blocks.push(block);
    sections.push(section);
    stack = [...stack, { mark, section }];
  }
  for (const section of sections) section.responsible = responsibilitiesIn(section.blocks);
  return sections;
}

/** The one top heading of a Markdown file is the plan's title, not a section. */
function withoutTitle(blocks: readonly Block[]): readonly Block[] {
  const tops = blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1 && !headingOf(block.text) ? [block] : [],
  );
  const [title] = tops;
  if (tops.length !== 1 || !title || blocks.indexOf(title) > 5) return blocks;
  const { text, lines, page } = title;
  return blocks.map((block) => (block === title ? { kind: 'paragraph', text, lines, page } : block));
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

/** An unnumbered line that heads a table; after an annex it opens a part of its own. */
function titleBeforeTable(
  block: Paragraph,
  blocks: readonly Block[],
  index: number,
  stack: readonly Open[],
): HeadingMark | undefined {
  const isTitle =
    displayWidth(block.text) <= 80 &&
    /(?:表|计划|方案|清单|体系|情况|需求|安排)$/.test(block.text) &&
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

/** 备注： with its numbered notes on the lines below, or one of those. */
const noteList = /^(?:注|备注|说明)[:：]\s*$|^\d+[．.、]/;

/** A table's caption holds the table and its notes; the text after them belongs to the section around it. */
function closeCaption(stack: Open[], block: Block): Open[] {
  const top = stack.at(-1);
  if (top?.mark.kind !== 'table' || block.kind !== 'paragraph') return stack;
  const hasTable = top.section.blocks.some((own) => own.kind === 'table');
  const isNote = /^(?:注|备注|说明|数据来源|资料来源|[*＊（(])/.test(block.text);
  const last = top.section.blocks.at(-1);
  const isListedNote =
    last?.kind === 'paragraph' && noteList.test(last.text) && numberingOf(block.text) !== undefined;
  return hasTable && !isNote && !isListedNote ? stack.slice(0, -1) : stack;
}

function captionTable(table: Block, open: Open | undefined): void {
  if (table.kind !== 'table' || !open) return;
  const isWhole = open.mark.kind === 'annex' && open.section.blocks.length === 1;
  const isSecond = open.section.blocks.some((block) => block.kind === 'table' && block !== table);
  if (isWhole || open.mark.kind === 'box' || (open.mark.kind === 'table' && !isSecond))
    table.caption = open.section.title;
}

/** The stack that a heading hangs under: what is above it stays open, its own level and below close. */
function parentOf(mark: HeadingMark, stack: Open[]): Open[] {
  if (mark.kind === 'annex' || mark.kind === 'standalone') return [];
  const isLeaf = mark.kind === 'table' || mark.kind === 'box';
  const open = stack.filter((one) => one.mark.kind !== 'standalone' && (isLeaf || one.mark.kind !== 'table'));
  if (mark.kind === 'table' || mark.kind === 'box') return withoutLeaf(open, mark.kind);
  if (mark.kind === 'markup') return underMarkup(open, mark.markupLevel ?? 1);
  return underNumbering(open, mark);
}

function withoutLeaf(stack: Open[], kind: 'table' | 'box'): Open[] {
  const leaf = stack.findIndex((open) => open.mark.kind === kind || open.mark.kind === 'table');
  return leaf < 0 ? stack : stack.slice(0, leaf);
}

function underMarkup(stack: Open[], level: number): Open[] {
  const at = stack.findIndex((open) => (open.mark.markupLevel ?? 0) >= level);
  return at < 0 ? stack : stack.slice(0, at);
}

/** A number goes on where its predecessor stands; a restart at one opens a deeper level. */
function underNumbering(stack: Open[], mark: HeadingMark): Open[] {
  const same = stack.flatMap((open, at) => (open.mark.style === mark.style ? [at] : []));
  if (same.length === 0) return aboveBox(stack, mark);
  const follows = same.filter((at) => stack[at]?.mark.number === mark.number - 1).at(-1);
  if (follows !== undefined) return stack.slice(0, follows);
  if (mark.number === 1 && mark.markupLevel === null) return beforeBoxOf(stack, same.at(-1) ?? 0) ?? stack;
  const earlier = same.filter((at) => (stack[at]?.mark.number ?? 0) < mark.number).at(-1);
  return stack.slice(0, earlier ?? same[0]);
}

/** A list that starts anew inside a box stands after the box. */
function beforeBoxOf(stack: Open[], item: number): Open[] | undefined {
  const box = stack.findLastIndex((open, at) => at < item && open.mark.kind === 'box');
  return box < 0 ? undefined : stack.slice(0, box);
}

/** A chapter or section heading closes a box; finer numbering may stand inside one. */
function aboveBox(stack: Open[], mark: HeadingMark): Open[] {
  const box = stack.findIndex((open) => open.mark.kind === 'box');
  return box >= 0 && ['篇', '章', '节'].includes(mark.style) ? stack.slice(0, box) : stack;
}

/** Puts a table that page layout dropped into a paragraph back under its caption, and mends the paragraph. */
function placeDisplaced(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    if (block.kind !== 'table' || !block.displaced) {
      result.push(block);
      continue;
    }
    const caption = result.findLastIndex(
      (one) => one.kind === 'paragraph' && /表$/.test(one.text) && displayWidth(one.text) <= 80,
    );
    const isFree = caption >= 0 && result[caption + 1]?.kind !== 'table';
    result.splice(isFree ? caption + 1 : result.length, 0, block);
  }
  return result;
}
