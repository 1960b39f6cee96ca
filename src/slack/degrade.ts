import type { Message, Part, SlackBlock } from './views/message.js';

/** A message in the forms that its parts have at the moment. */
export interface Rendering {
  blocks: readonly SlackBlock[];
  parts: readonly ChosenPart[];
}

interface ChosenPart {
  part: Part;
  /** Which of the part's forms is shown; 0 is the richest. */
  form: number;
}

/** Shows every part in its richest form. */
export function render(message: Message): Rendering {
  return rendered(message.parts.map((part) => ({ part, form: 0 })));
}

/**
 * The next plainer rendering after Slack refused blocks: parts that hold a block of a refused type
 * take their next form. Where a refusal does not say which block, all parts do. Where a part has no
 * plainer form left, the message goes out as text alone, which holds everything.
 */
export function degrade(rendering: Rendering, refused: readonly (number | undefined)[]): Rendering {
  const refusedTypes = new Set(
    refused.map((index) => (index === undefined ? undefined : rendering.blocks[index]?.type)),
  );
  const parts = rendering.parts.map((chosen) =>
    refusedTypes.size === 0 || refusedTypes.has(undefined) || holds(chosen, refusedTypes)
      ? { ...chosen, form: chosen.form + 1 }
      : chosen,
  );
  return parts.every(hasForm) ? rendered(parts) : { blocks: [], parts };
}

function rendered(parts: readonly ChosenPart[]): Rendering {
  return { blocks: parts.flatMap(blocksOf), parts };
}

function blocksOf({ part, form }: ChosenPart): readonly SlackBlock[] {
  return part.forms[form] ?? [];
}

function holds(chosen: ChosenPart, blockTypes: ReadonlySet<string | undefined>): boolean {
  return blocksOf(chosen).some((block) => blockTypes.has(block.type));
}

function hasForm({ part, form }: ChosenPart): boolean {
  return part.forms[form] !== undefined;
}
