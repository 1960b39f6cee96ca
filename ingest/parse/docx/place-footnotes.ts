import { attributeOf, type Element, findElements, isElement, type Node } from '../html/element.js';

const note = /^(?:foot|end)note-\d+$/;

/** Puts each footnote, which mammoth lists at the end, under the paragraph or table that refers to it. */
export function placeFootnotes(root: Element): void {
  const notes = new Map<string, Element>(
    findElements(root, ['li']).flatMap((item) => {
      const id = attributeOf(item, 'id') ?? '';
      return note.test(id) ? [[`#${id}`, item] as const] : [];
    }),
  );
  for (const item of notes.values()) detach(item);
  root.childNodes = root.childNodes.flatMap((child) => [
    child,
    ...(isElement(child) ? referencesIn(child) : []).flatMap((link) => {
      const item = notes.get(attributeOf(link, 'href') ?? '');
      return item ? [asParagraph(item, link)] : [];
    }),
  ]);
}

function referencesIn(element: Element): Element[] {
  return findElements(element, ['a']).filter((link) => (attributeOf(link, 'id') ?? '').includes('note-ref-'));
}

function detach(item: Element): void {
  const list = item.parentNode;
  if (list) list.childNodes = list.childNodes.filter((child) => child !== item);
}

/** `[1] text`, with the mark of the reference and without the link back to it. */
function asParagraph(item: Element, reference: Element): Node {
  const inner = item.childNodes.flatMap((child) =>
    isElement(child) && child.tagName === 'p' ? child.childNodes : child,
  );
  const text = inner.filter((child) => !(isElement(child) && child.tagName === 'a'));
  return { ...item, nodeName: 'p', tagName: 'p', attrs: [], childNodes: [...reference.childNodes, ...text] };
}
