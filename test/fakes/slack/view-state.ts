import { optionOf } from './elements.js';
import type { FakeBlock } from './workspace.js';

/** The state of a view's inputs, `values[block_id][action_id]`, as it comes with a submission. */
export function stateOf(
  view: { blocks: readonly FakeBlock[] },
  values: Readonly<Record<string, string>>,
): { values: Record<string, Record<string, unknown>> } {
  const entries = view.blocks.flatMap((block, index) => {
    const blockId = typeof block.block_id === 'string' ? block.block_id : `b${index}`;
    return elementsWithState(block).map((element) => ({ blockId, element }));
  });
  const state: Record<string, Record<string, unknown>> = {};
  for (const { blockId, element } of entries) {
    const actionId = String(element.action_id);
    state[blockId] = { ...state[blockId], [actionId]: entryOf(element, values[actionId]) };
  }
  return { values: state };
}

function elementsWithState(block: FakeBlock): Record<string, unknown>[] {
  const elements = Array.isArray(block.elements) ? block.elements : [];
  return [...elements, block.accessory, block.element].filter(
    (one): one is Record<string, unknown> =>
      typeof one === 'object' && one !== null && 'action_id' in one && one.type !== 'button',
  );
}

function entryOf(element: Record<string, unknown>, given: string | undefined): Record<string, unknown> {
  const { type } = element;
  if (type === 'plain_text_input') return { type, value: given ?? element.initial_value ?? null };
  if (type === 'checkboxes') {
    const chosen = given === undefined ? [] : given.split(',').map((one) => optionOf(element, one));
    return { type, selected_options: chosen };
  }
  const chosen = given === undefined ? (element.initial_option ?? null) : optionOf(element, given);
  return { type, selected_option: chosen };
}
