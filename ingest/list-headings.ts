import type { Block } from './blocks.js';
import { type HeadingMark, headingOf, leadingClause } from './outline.js';
import { numberingOf } from './parse/numbering.js';

/** Shorter lists say nothing of how a plan uses them. */
const fewestItems = 3;
/** These head parts of a plan whatever stands beside them. */
const partStyles = new Set(['篇', '章', '节', '条']);

interface Item {
  block: Block;
  mark: HeadingMark | undefined;
}

interface List {
  style: string;
  last: number;
  items: Item[];
}

/**
 * Reads the items of each numbered list alike: where most of them have titles the others are headings too,
 * by their first clause, and where few have, all are text.
 * @returns what to read instead of the items' own marks: a heading, or undefined for text
 */
export function evenLists(blocks: readonly Block[]): ReadonlyMap<Block, HeadingMark | undefined> {
  const changed = new Map<Block, HeadingMark | undefined>();
  for (const { items } of listsIn(blocks)) {
    const titled = items.filter(({ mark }) => mark !== undefined);
    if (items.length < fewestItems || titled.length === 0 || titled.length === items.length) continue;
    const areHeadings = titled.length >= items.length / 2;
    for (const { block, mark } of items)
      if (!areHeadings) changed.set(block, undefined);
      else if (!mark && block.kind === 'paragraph') changed.set(block, leadingClause(block.text));
  }
  return changed;
}

/** Numbered paragraphs by list: a number belongs to the last list of its style that it goes on with. */
function listsIn(blocks: readonly Block[]): List[] {
  const lists: List[] = [];
  for (const block of blocks) {
    const numbering = block.kind === 'paragraph' ? numberingOf(block.text) : undefined;
    if (block.kind !== 'paragraph' || !numbering || partStyles.has(numbering.style)) continue;
    const { style, number } = numbering;
    const open = lists.findLast((list) => list.style === style && list.last === number - 1);
    const list = number > 1 && open ? open : { style, last: 0, items: [] };
    if (list !== open) lists.push(list);
    list.last = number;
    list.items.push({ block, mark: headingOf(block.text) });
  }
  return lists;
}
