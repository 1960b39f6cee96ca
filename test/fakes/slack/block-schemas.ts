import { z } from 'zod';
import { chartBlock } from './chart-schema.js';
import { actionElement, anyText, contextAction, image, inputElement, plainText } from './element-schemas.js';

const blockId = z.string().max(255).optional();
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
  z.strictObject({ type: z.literal('user'), user_id: z.string().min(1) }),
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
const richText = z.strictObject({
  type: z.literal('rich_text'),
  elements: z.array(richPart).min(1),
  block_id: blockId,
});
const section = z
  .strictObject({
    type: z.literal('section'),
    text: anyText(3_000).optional(),
    fields: z.array(anyText(2_000)).min(1).max(10).optional(),
    accessory: z.union([actionElement, image]).optional(),
    expand: z.boolean().optional(),
    block_id: blockId,
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, 'text or fields required');
const header = z.strictObject({ type: z.literal('header'), text: plainText(150), block_id: blockId });
const divider = z.strictObject({ type: z.literal('divider'), block_id: blockId });
const context = z.strictObject({
  type: z.literal('context'),
  elements: z
    .array(z.union([anyText(3_000), image]))
    .min(1)
    .max(10),
  block_id: blockId,
});
const actions = z.strictObject({
  type: z.literal('actions'),
  elements: z.array(actionElement).min(1).max(25),
  block_id: blockId,
});
const table = z
  .strictObject({
    type: z.literal('table'),
    rows: z.array(z.array(tableCell).min(1).max(20)).min(1).max(100),
    column_settings: z
      .array(
        z.strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        }),
      )
      .max(20)
      .optional(),
    block_id: blockId,
  })
  .refine(({ rows }) => new Set(rows.map((row) => row.length)).size === 1, 'rows must be of one length');
const dataTable = z.strictObject({
  type: z.literal('data_table'),
  caption: z.string().min(1),
  rows: z.array(z.array(tableCell).min(1).max(20)).min(2).max(101),
  page_size: z.number().int().min(1).max(100).optional(),
  row_header_column_index: z.number().int().min(0).optional(),
  block_id: blockId,
});
/** Only what both Slack's page and its own validator let stand in a container. */
const inContainer = z.union([actions, context, divider, header, section, table]);
const container = z.strictObject({
  type: z.literal('container'),
  title: plainText(150),
  subtitle: anyText(150).optional(),
  child_blocks: z.array(inContainer).min(1).max(10),
  width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
  is_collapsible: z.boolean().optional(),
  default_collapsed: z.boolean().optional(),
  block_id: blockId,
});

/** What each known type may hold in a message. A type that is not here is refused, as in an old workspace. */
export const messageBlocks: Readonly<Record<string, z.ZodType>> = {
  markdown: z.strictObject({ type: z.literal('markdown'), text: z.string().min(1), block_id: blockId }),
  section,
  header,
  divider,
  context,
  actions,
  table,
  data_table: dataTable,
  container,
  data_visualization: chartBlock,
  context_actions: z.strictObject({
    type: z.literal('context_actions'),
    elements: z.array(contextAction).min(1).max(5),
    block_id: blockId,
  }),
  rich_text: richText,
};

/** What each known type may hold in a modal or on the Home tab. */
export const viewBlocks: Readonly<Record<string, z.ZodType>> = {
  section,
  header,
  divider,
  context,
  actions,
  rich_text: richText,
  alert: z.strictObject({
    type: z.literal('alert'),
    text: anyText(3_000),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
    block_id: blockId,
  }),
  input: z.strictObject({
    type: z.literal('input'),
    label: plainText(2_000),
    element: inputElement,
    hint: plainText(2_000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    block_id: blockId,
  }),
};
