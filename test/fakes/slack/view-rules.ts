import { z } from 'zod';
import { blockProblems } from './block-rules.js';
import { viewBlocks } from './block-schemas.js';
import { plainText } from './element-schemas.js';
import type { FakeBlock } from './workspace.js';

const FakeView = z.strictObject({
  type: z.enum(['modal', 'home']),
  title: plainText(24).optional(),
  submit: plainText(24).optional(),
  close: plainText(24).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
  private_metadata: z.string().max(3_000).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  blocks: z.array(z.record(z.string(), z.unknown())).max(100),
});
export type FakeView = z.infer<typeof FakeView>;

const longestView = 250_000;

/** Reads a view as Slack would, or says what is wrong with it. */
export function checkView(
  given: unknown,
  refusedTypes: ReadonlySet<string>,
): { view: FakeView; problems: [] } | { view?: never; problems: string[] } {
  const result = FakeView.safeParse(given);
  if (!result.success) {
    return {
      problems: result.error.issues.map(
        (issue) => `[ERROR] ${issue.message} [json-pointer:/view/${issue.path.join('/')}]`,
      ),
    };
  }
  const view = result.data;
  const problems = [...shapeProblems(view), ...problemsOfBlocks(view.blocks, refusedTypes)];
  return problems.length > 0 ? { problems } : { view, problems: [] };
}

function shapeProblems(view: FakeView): string[] {
  const problems: string[] = [];
  if (view.type === 'modal' && view.title === undefined) problems.push('[ERROR] a modal has a title');
  if (view.submit === undefined && view.blocks.some(({ type }) => type === 'input'))
    problems.push('[ERROR] a view with inputs has a submit button');
  if (JSON.stringify(view).length > longestView) problems.push('[ERROR] view is over 250 kB');
  return problems;
}

function problemsOfBlocks(blocks: readonly FakeBlock[], refusedTypes: ReadonlySet<string>): string[] {
  return blockProblems({ blocks, schemas: viewBlocks, refusedTypes, pointer: '/view/blocks' });
}
