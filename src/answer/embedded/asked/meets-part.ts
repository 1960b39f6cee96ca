import type { Draft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';
import { meets } from './meets.js';
import { partsOf } from './parts-of.js';
import { statementOf } from './statement.js';

/** Whether a draft has a figure or a date that the question asks for, of the thing that it is asked of. */
export function meetsPart(
  draft: Draft | undefined,
  frame: Understanding,
  { collection }: Pick<Evidence, 'collection'>,
): boolean {
  const parts = partsOf(frame).filter(({ wants }) => wants === 'figure' || wants === 'date');
  return (draft?.claims ?? []).some((claim) =>
    parts.some((asked) => meets(asked, statementOf(claim, collection), frame.background)),
  );
}
