import type { Block, Paragraph } from './blocks.js';
import { sentenceEnd } from './parse/layout.js';
import { opensItem } from './parse/numbering.js';
import { displayWidth, joinPieces, mendSpaces } from './parse/spacing.js';

/** Puts a table that page layout dropped into a paragraph back under its caption, and mends the paragraph. */
export function placeDisplaced(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  /** The first half of the paragraph that a table stands in. */
  let torn: Paragraph | undefined;
  for (const block of blocks) {
    if (block.kind === 'table' && block.displaced) {
      const last = result.at(-1);
      torn = last?.kind === 'paragraph' ? last : undefined;
      result.splice(placeOf(result), 0, block);
      continue;
    }
    if (torn && goesOn(torn, block)) result[result.indexOf(torn)] = joined(torn, block);
    else result.push(block);
    torn = undefined;
  }
  return result;
}

/** Under the last caption without a table, or where it stands. */
function placeOf(blocks: readonly Block[]): number {
  const caption = blocks.findLastIndex(
    (one) => one.kind === 'paragraph' && /表$/.test(one.text) && displayWidth(one.text) <= 80,
  );
  const isFree = caption >= 0 && blocks[caption + 1]?.kind !== 'table';
  return isFree ? caption + 1 : blocks.length;
}

function goesOn(torn: Paragraph, block: Block): block is Paragraph {
  return block.kind === 'paragraph' && !sentenceEnd.test(torn.text) && !opensItem(block.text);
}

function joined(first: Paragraph, second: Paragraph): Paragraph {
  const text = mendSpaces(joinPieces(first.text, second.text));
  return { ...first, text, lines: [first.lines[0], second.lines[1]] };
}
