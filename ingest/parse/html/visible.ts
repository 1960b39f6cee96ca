import { attributeOf, type Element, isElement, isText, type Node } from './element.js';
import tags from './tags.json' with { type: 'json' };

const skipped = new Set(tags.skipped);

/** Whether a reader of the page sees the element as part of its text. */
export function isVisible(element: Element): boolean {
  if (skipped.has(element.tagName)) return false;
  if (attributeOf(element, 'hidden') !== undefined || attributeOf(element, 'aria-hidden') === 'true')
    return false;
  if (attributeOf(element, 'role') === 'navigation') return false;
  return !/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributeOf(element, 'style') ?? '');
}

/** The text that is seen in an element; line breaks of the source are blanks, `<br>` is a new line. */
export function visibleText(node: Node): string {
  if (isText(node)) return node.value.replace(/[\r\n\f]+[ \t]*/g, ' ');
  if (!isElement(node) || !isVisible(node)) return '';
  if (node.tagName === 'br') return '\n';
  const text = node.childNodes.map(visibleText).join('');
  return ['p', 'div', 'li'].includes(node.tagName) ? `${text}\n` : text;
}
