import { createMessage, type Message, type Part, type SlackBlock } from './message.js';

/** What one message may hold; Slack refuses the whole message when it holds more. */
const limits = { blocks: 50, markdown: 12_000, text: 30_000 } as const;
/** Blocks that parts with words leave to the buttons after them, which cannot stand in a message alone. */
const blocksForButtons = 4;

interface Size {
  blocks: number;
  markdown: number;
  text: number;
}

/** Spreads parts over as few messages as Slack's limits allow, in order. */
export function paginate(parts: readonly Part[]): Message[] {
  const pages: Part[][] = [];
  let page: Part[] = [];
  for (const part of parts) {
    if (page.length > 0 && part.plain !== '' && !fits([...page, part])) {
      pages.push(page);
      page = [];
    }
    page.push(part);
  }
  return [...pages, page].filter((one) => one.length > 0).map(createMessage);
}

function fits(parts: readonly Part[]): boolean {
  const size = parts.map(sizeOf).reduce(add, { blocks: 0, markdown: 0, text: 0 });
  return (
    size.blocks <= limits.blocks - blocksForButtons &&
    size.markdown <= limits.markdown &&
    size.text <= limits.text
  );
}

/** A part counts with its largest form, so that a page still fits when a form is refused. */
function sizeOf({ plain, forms }: Part): Size {
  const blocks = Math.max(0, ...forms.map((form) => form.length));
  const markdown = Math.max(0, ...forms.map((form) => form.reduce((sum, block) => sum + lengthOf(block), 0)));
  return { blocks, markdown, text: plain.length + 2 };
}

function lengthOf(block: SlackBlock): number {
  return block.type === 'markdown' ? block.text.length : 0;
}

function add(a: Size, b: Size): Size {
  return { blocks: a.blocks + b.blocks, markdown: a.markdown + b.markdown, text: a.text + b.text };
}
