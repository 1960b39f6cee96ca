import { z } from 'zod';
import type { FakeBlock } from './workspace.js';

/** A refusal as Slack words it, with a pointer to the offending place. */
export interface BlockProblem {
  error: 'invalid_blocks' | 'msg_too_long' | 'no_text';
  messages: string[];
}

export const blockLimits = { blocks: 50, markdown: 12_000, text: 40_000, table: 10_000 } as const;

const plainText = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });
const anyText = (max: number) =>
  z.union([
    plainText(max),
    z.strictObject({
      type: z.literal('mrkdwn'),
      text: z.string().min(1).max(max),
      verbatim: z.boolean().optional(),
    }),
  ]);
const blockId = z.string().max(255).optional();
const image = z.strictObject({
  type: z.literal('image'),
  image_url: z.url().max(3_000),
  alt_text: z.string().max(2_000),
});
const button = z.looseObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: z.string().max(255).optional(),
  value: z.string().max(2_000).optional(),
});
const textStyle = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional();
const richLeaf = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: textStyle }),
  z.looseObject({ type: z.literal('link'), url: z.string().min(1) }),
  z.looseObject({ type: z.literal('emoji'), name: z.string().min(1) }),
]);
const richSection = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(richLeaf).min(1),
});
const richPart = z.discriminatedUnion('type', [
  richSection,
  z.strictObject({
    type: z.literal('rich_text_quote'),
    elements: z.array(richLeaf).min(1),
    border: z.number().optional(),
  }),
  z.strictObject({ type: z.literal('rich_text_preformatted'), elements: z.array(richLeaf).min(1) }),
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(richSection).min(1),
    indent: z.number().optional(),
  }),
]);
const tableCell = z.union([
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.looseObject({ type: z.literal('rich_text'), elements: z.array(richPart).min(1) }),
]);

/** What each known type may hold in a message. A type that is not here is refused, as in an old workspace. */
const blockSchemas: Record<string, z.ZodType> = {
  markdown: z.strictObject({ type: z.literal('markdown'), text: z.string().min(1), block_id: blockId }),
  section: z
    .strictObject({
      type: z.literal('section'),
      text: anyText(3_000).optional(),
      fields: z.array(anyText(2_000)).min(1).max(10).optional(),
      accessory: z.unknown().optional(),
      expand: z.boolean().optional(),
      block_id: blockId,
    })
    .refine((block) => block.text !== undefined || block.fields !== undefined, 'text or fields required'),
  header: z.strictObject({ type: z.literal('header'), text: plainText(150), block_id: blockId }),
  divider: z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  context: z.strictObject({
    type: z.literal('context'),
    elements: z
      .array(z.union([anyText(3_000), image]))
      .min(1)
      .max(10),
    block_id: blockId,
  }),
  actions: z.strictObject({
    type: z.literal('actions'),
    elements: z.array(button).min(1).max(25),
    block_id: blockId,
  }),
  rich_text: z.strictObject({
    type: z.literal('rich_text'),
    elements: z.array(richPart).min(1),
    block_id: blockId,
  }),
  table: z.looseObject({
    type: z.literal('table'),
    rows: z.array(z.array(tableCell).min(1).max(20)).min(1).max(100),
  }),
};

/** Checks one message as Slack would; undefined when it may be posted. */
export function checkMessage(
  text: string | undefined,
  blocks: readonly FakeBlock[],
  refusedTypes: ReadonlySet<string>,
): BlockProblem | undefined {
  // Slack itself lets blocks stand without a text; planbot never may.
  if (text === undefined || text.trim() === '') return { error: 'no_text', messages: [] };
  if (text.length > blockLimits.text) return { error: 'msg_too_long', messages: [] };
  const problems = blocks.flatMap((block, index) => problemsOf(block, index, refusedTypes));
  if (blocks.length > blockLimits.blocks)
    problems.push('[ERROR] no more than 50 items allowed [json-pointer:/blocks]');
  if (lengthOf(blocks, 'markdown') > blockLimits.markdown)
    problems.push('[ERROR] markdown text is over 12000 [json-pointer:/blocks]');
  if (lengthOf(blocks, 'table') > blockLimits.table)
    problems.push('[ERROR] table cells are over 10000 [json-pointer:/blocks]');
  return problems.length > 0 ? { error: 'invalid_blocks', messages: problems } : undefined;
}

function problemsOf(block: FakeBlock, index: number, refusedTypes: ReadonlySet<string>): string[] {
  const type = String(block.type);
  const schema = refusedTypes.has(type) ? undefined : blockSchemas[type];
  if (schema === undefined) return [`[ERROR] unsupported type: ${type} [json-pointer:/blocks/${index}/type]`];
  const result = schema.safeParse(block);
  if (result.success) return [];
  return result.error.issues.map(
    (issue) => `[ERROR] ${issue.message} [json-pointer:/blocks/${[index, ...issue.path].join('/')}]`,
  );
}

function lengthOf(blocks: readonly FakeBlock[], type: 'markdown' | 'table'): number {
  const texts = blocks.filter((block) => block.type === type);
  return texts.reduce((sum, block) => sum + textLength(type === 'table' ? block.rows : block), 0);
}

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : textLength(item)),
    0,
  );
}
