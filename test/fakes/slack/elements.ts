import type { FakeBlock } from './workspace.js';

type Element = Record<string, unknown>;

/**
 * The button or menu that a person means, by what it says or by its action id, and its block.
 * @throws Error naming what there is, when there is none or more than one.
 */
export function findElement(blocks: readonly FakeBlock[], on: string): { element: Element; blockId: string } {
  const all = blocks.flatMap((block, index) => elementsOf(block, index));
  const meant = all.filter(({ element }) => element.action_id === on || labelOf(element) === on);
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return only;
  const there = all.map(({ element }) => `${labelOf(element) ?? ''} (${String(element.action_id)})`);
  throw new Error(`${meant.length} of "${on}" are there; there are: ${there.join(', ') || 'none'}`);
}

/** Every button and menu of a message or view, as a person would read them. */
export function labelsOf(blocks: readonly FakeBlock[]): string[] {
  return blocks.flatMap((block, index) =>
    elementsOf(block, index).map(({ element }) => labelOf(element) ?? ''),
  );
}

/** What a button says. */
export function labelOf(element: Element): string | undefined {
  const { text } = element;
  return isRecord(text) && typeof text.text === 'string' ? text.text : undefined;
}

/** What a press sends of an element: a button's value, or the entry chosen in a menu. */
export function pressedValue(element: Element, choose: string | undefined): Record<string, unknown> {
  if (element.type === 'feedback_buttons') {
    const button = element[`${choose ?? 'positive'}_button`];
    if (!isRecord(button)) throw new Error(`Feedback is positive or negative, not "${choose}"`);
    return { value: button.value, text: button.text };
  }
  if (Array.isArray(element.options) || element.type === 'external_select') {
    return { selected_option: optionOf(element, choose) };
  }
  return element.value === undefined ? {} : { value: element.value };
}

/** The entry of a menu; entries of a searched menu are taken as they are given. */
export function optionOf(element: Element, choose: string | undefined): Element {
  const options = Array.isArray(element.options) ? element.options.filter(isRecord) : [];
  const found = options.find((one) => one.value === choose || labelOf(one) === choose);
  if (found !== undefined) return found;
  if (element.type === 'external_select' && choose !== undefined)
    return { text: { type: 'plain_text', text: choose }, value: choose };
  throw new Error(`There is no entry "${choose}"; there are: ${options.map(labelOf).join(', ')}`);
}

function elementsOf(block: FakeBlock, index: number): { element: Element; blockId: string }[] {
  const blockId = typeof block.block_id === 'string' ? block.block_id : `b${index}`;
  const children = Array.isArray(block.child_blocks) ? block.child_blocks.filter(isRecord) : [];
  const elements = Array.isArray(block.elements) ? block.elements : [];
  return [
    ...[...elements, block.accessory, block.element]
      .filter(isRecord)
      .filter(({ action_id: id }) => typeof id === 'string')
      .map((element) => ({ element, blockId })),
    ...children.flatMap((child, at) => elementsOf(child, index * 100 + at)),
  ];
}

function isRecord(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
