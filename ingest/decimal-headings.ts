import type { Block } from './blocks.js';
import { displayWidth } from './parse/spacing.js';

/** 2.3 治理成就: a number of one to four parts, then a title that does not go on like a figure. */
const numbered =
  /^(\d{1,2}(?:[.．]\d{1,2}){0,3})(?:\s+|(?=[一-鿿“《]))(?![年月日万亿元个家项%％‰])([^。；！？]+)$/u;
const widestTitle = 70;
/** A plan that is numbered so has this many headings of two parts, and chapters. */
const fewestParts = 3;
const fewestChapters = 2;

interface Candidate {
  block: Block;
  parts: number[];
  title: string;
}

/**
 * Marks the headings of a plan that numbers its parts 1, 1.1, 1.1.1: numbers that follow one another through
 * the whole of it. A figure at the beginning of a line fits no such sequence.
 */
export function markDecimalHeadings(blocks: readonly Block[]): Block[] {
  const found = sequenceOf(blocks.flatMap(candidateOf));
  const chapters = found.filter(({ parts }) => parts.length === 1).length;
  if (found.length - chapters < fewestParts || chapters < fewestChapters) return [...blocks];
  const marked = new Map(found.map((one) => [one.block, one]));
  return blocks.map((block) => {
    const own = marked.get(block);
    if (!own) return block;
    const { lines, page } = block;
    return {
      kind: 'heading',
      level: own.parts.length,
      text: `${own.parts.join('.')} ${own.title}`,
      lines,
      page,
    };
  });
}

function candidateOf(block: Block): Candidate[] {
  if (block.kind === 'table' || displayWidth(block.text) > widestTitle) return [];
  const [, number, title] = numbered.exec(block.text) ?? [];
  if (number === undefined || title === undefined) return [];
  return [{ block, parts: number.split(/[.．]/).map(Number), title: title.trim() }];
}

/** Those candidates of which each goes on from the one before. */
function sequenceOf(candidates: readonly Candidate[]): Candidate[] {
  const sequence: Candidate[] = [];
  for (const one of candidates) if (follows(sequence.at(-1)?.parts ?? [], one.parts)) sequence.push(one);
  return sequence;
}

/** 1 → 1.1, 1.1 → 1.2, 1.2.3 → 1.3 or 2. */
function follows(before: readonly number[], next: readonly number[]): boolean {
  const at = next.length - 1;
  if (at > before.length) return false;
  const isChild = at === before.length && next[at] === 1;
  const isSibling = at < before.length && next[at] === (before[at] ?? 0) + 1;
  return (isChild || isSibling) && next.slice(0, at).every((part, index) => part === before[index]);
}
