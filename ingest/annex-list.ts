import type { Block } from './blocks.js';

const listStart = /^附件\s*[:：]\s*1\s*[.．、]\s*\S/;
const fileName = /^附件\s*\d*\s*[:：].*\.(?:pdf|docx?|xlsx?|ofd|wps|zip|rar)$/i;
const listItem = /^(\d{1,2})\s*[.．、]\s*[^。；]{2,60}$/;
const annexOne = /^附件\s*(?:1|一)(?!\d)/;

/**
 * What a plan or its letter lists as enclosed (附件：1.主要指标 / 2.任务分解表, 附件：….pdf): names of annexes that
 * follow or of files, no headings of their own.
 */
export function listedAnnexes(blocks: readonly Block[]): ReadonlySet<Block> {
  const listed = new Set<Block>();
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table') continue;
    if (fileName.test(block.text)) listed.add(block);
    if (!listStart.test(block.text)) continue;
    const items = itemsAfter(blocks, at);
    const isKept = blocks.slice(at + 1).some((one) => one.kind !== 'table' && annexOne.test(one.text));
    if (items.length > 0 || isKept) for (const one of [block, ...items]) listed.add(one);
  }
  return listed;
}

/** 2.…, 3.… directly below, in order. */
function itemsAfter(blocks: readonly Block[], start: number): Block[] {
  const items: Block[] = [];
  for (const block of blocks.slice(start + 1)) {
    const number = block.kind === 'table' ? undefined : listItem.exec(block.text.trim())?.[1];
    if (Number(number) !== items.length + 2) break;
    items.push(block);
  }
  return items;
}
