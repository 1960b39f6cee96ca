import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** Elements of these names under a node, in document order; not those inside a found one. */
export function findElements(parent: Element, names: readonly string[]): Element[] {
  return parent.childNodes.filter(isElement).flatMap((child) => {
    return names.includes(child.tagName) ? [child] : findElements(child, names);
  });
}
