import type { z } from 'zod';
import { messageBlocks } from './block-schemas.js';
import type { FakeBlock } from './workspace.js';

/** A refusal as Slack words it, with a pointer to the offending place. */
export interface BlockProblem {
  error: 'invalid_blocks' | 'msg_too_long' | 'no_text';
  messages: string[];
}

export const blockLimits = { blocks: 50, markdown: 12_000, text: 40_000, table: 10_000, charts: 2 } as const;

/** Checks one message as Slack would; undefined when it may be posted. */
export function checkMessage(
  text: string | undefined,
  blocks: readonly FakeBlock[],
  refusedTypes: ReadonlySet<string>,
): BlockProblem | undefined {
  // Slack itself lets blocks stand without a text; planbot never may.
  if (text === undefined || text.trim() === '') return { error: 'no_text', messages: [] };
  if (text.length > blockLimits.text) return { error: 'msg_too_long', messages: [] };
  const problems = blockProblems({ blocks, schemas: messageBlocks, refusedTypes, pointer: '/blocks' });
  if (blocks.length > blockLimits.blocks)
    problems.push('[ERROR] no more than 50 items allowed [json-pointer:/blocks]');
  if (lengthOf(blocks, 'markdown') > blockLimits.markdown)
    problems.push('[ERROR] markdown text is over 12000 [json-pointer:/blocks]');
  if (lengthOf(blocks, 'table') > blockLimits.table)
    problems.push('[ERROR] table cells are over 10000 [json-pointer:/blocks]');
  if (blocks.filter(({ type }) => type === 'data_visualization').length > blockLimits.charts)
    problems.push('[ERROR] no more than 2 charts allowed [json-pointer:/blocks]');
  return problems.length > 0 ? { error: 'invalid_blocks', messages: problems } : undefined;
}

/** What is wrong with blocks, each with the place that it points at. */
export function blockProblems({
  blocks,
  schemas,
  refusedTypes,
  pointer,
}: {
  blocks: readonly FakeBlock[];
  schemas: Readonly<Record<string, z.ZodType>>;
  refusedTypes: ReadonlySet<string>;
  pointer: string;
}): string[] {
  const ids = blocks.flatMap(({ block_id: id }) => (typeof id === 'string' ? [id] : []));
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  return [
    ...twice.map((id) => `[ERROR] block_id ${id} is there twice [json-pointer:${pointer}]`),
    ...blocks.flatMap((block, index) => problemsOf(block, `${pointer}/${index}`, schemas, refusedTypes)),
  ];
}

function problemsOf(
  block: FakeBlock,
  pointer: string,
  schemas: Readonly<Record<string, z.ZodType>>,
  refusedTypes: ReadonlySet<string>,
): string[] {
  const type = String(block.type);
  const schema = refusedTypes.has(type) ? undefined : schemas[type];
  if (schema === undefined) return [`[ERROR] unsupported type: ${type} [json-pointer:${pointer}/type]`];
  const result = schema.safeParse(block);
  const wrong = result.success
    ? []
    : result.error.issues.map(
        (issue) => `[ERROR] ${issue.message} [json-pointer:${[pointer, ...issue.path].join('/')}]`,
      );
  return [
    ...wrong,
    ...repeatedActions(block).map((id) => `[ERROR] action_id ${id} is there twice [json-pointer:${pointer}]`),
  ];
}

/** Inside one block, no two elements may have the same action_id. */
function repeatedActions({ elements }: FakeBlock): string[] {
  const ids = Array.isArray(elements)
    ? elements.flatMap((one) => (isRecord(one) && typeof one.action_id === 'string' ? [one.action_id] : []))
    : [];
  return ids.filter((id, at) => ids.indexOf(id) !== at);
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
