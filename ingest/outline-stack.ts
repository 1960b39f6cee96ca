import type { Block } from './blocks.js';
import type { HeadingMark } from './outline.js';
import { numberingOf } from './parse/numbering.js';
import type { Section } from './section.js';

/** A section that what follows may still belong to, with its heading. */
export interface Open {
  mark: HeadingMark;
  section: Section;
  /** True for a box whose text the source sets apart in a frame. */
  isFramed: boolean;
}

/** The stack that a heading hangs under: what is above it stays open, its own level and below close. */
export function parentOf(mark: HeadingMark, stack: Open[], { isFramed }: { isFramed: boolean }): Open[] {
  if (mark.kind === 'annex') return [];
  if (mark.kind === 'standalone') return nestedByMarkup(mark, stack);
  const isLeaf = mark.kind === 'table' || mark.kind === 'box';
  const open = stack.filter((one) => one.mark.kind !== 'standalone' && (isLeaf || one.mark.kind !== 'table'));
  if (mark.kind === 'table' || mark.kind === 'box') return withoutLeaf(open, mark.kind);
  const box = open.findIndex((one) => one.mark.kind === 'box');
  const place = box < 0 ? undefined : placeByBox(mark, open[box], isFramed);
  if (place === 'after') return parentOf(mark, open.slice(0, box), { isFramed });
  if (place === 'inside') return [...open.slice(0, box + 1), ...underOwn(mark, open.slice(box + 1))];
  return underOwn(mark, open);
}

/** An unnumbered heading closes where a numbered one of its level or above follows. */
function underOwn(mark: HeadingMark, stack: Open[]): Open[] {
  if (mark.kind === 'markup') return underMarkup(stack, mark.markupLevel ?? 1);
  const level = mark.markupLevel ?? Number.POSITIVE_INFINITY;
  const sibling = stack.findIndex(
    (open) => open.mark.kind === 'markup' && (open.mark.markupLevel ?? 0) >= level,
  );
  return underNumbering(sibling < 0 ? stack : stack.slice(0, sibling), mark);
}

/** Whether a heading stands in an open box, where the frame of the box or the levels of both say so. */
function placeByBox(mark: HeadingMark, box: Open | undefined, isFramed: boolean) {
  if (box?.isFramed && isFramed) return 'inside';
  const [own, level] = [mark.markupLevel, box?.mark.markupLevel ?? null];
  if (own === null || level === null) return undefined;
  return own > level ? 'inside' : 'after';
}

/** 前言 or 名词解释 stands at the top, unless marked-up levels that are kept to put it into a chapter. */
function nestedByMarkup(mark: HeadingMark, stack: Open[]): Open[] {
  const levels = stack.map((open) => open.mark.markupLevel ?? 0);
  const isKept = levels.every((level, at) => level > (levels[at - 1] ?? 0));
  return mark.markupLevel !== null && isKept ? underMarkup(stack, mark.markupLevel) : [];
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

/** 备注： with its numbered notes on the lines below, or one of those. */
const noteList = /^(?:注|备注|说明)[:：]\s*$|^\d+[．.、]/;

const noteStart = /^(?:注|备注|说明|数据来源|资料来源)/;

/** A table's caption holds the table and its notes; the text after them belongs to the section around it. */
export function closeCaption(stack: Open[], block: Block): Open[] {
  const top = stack.at(-1);
  if (top?.mark.kind !== 'table' || block.kind !== 'paragraph') return stack;
  const hasTable = top.section.blocks.some((own) => own.kind === 'table');
  const isNote = noteStart.test(block.text) || /^[*＊（(]/.test(block.text);
  const last = top.section.blocks.at(-1);
  const isListedNote =
    last?.kind === 'paragraph' && noteList.test(last.text) && numberingOf(block.text) !== undefined;
  return hasTable && !isNote && !isListedNote ? stack.slice(0, -1) : stack;
}

/** Marks the open box as one whose text is set apart. */
export function enterFrame(stack: readonly Open[]): void {
  const box = stack.findLast((open) => open.mark.kind === 'box');
  if (box) box.isFramed = true;
}

/** What stands outside the frame of a box is no part of it, but for the notes below. */
export function leaveFrame(stack: Open[], block: Block): Open[] {
  const box = stack.findIndex((open) => open.mark.kind === 'box' && open.isFramed);
  const isNote = block.kind === 'paragraph' && noteStart.test(block.text);
  return box < 0 || block.isFramed || isNote ? stack : stack.slice(0, box);
}
