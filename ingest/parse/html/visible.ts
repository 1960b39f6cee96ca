import { attributeOf, type Element, isElement, isText, type Node } from './element.js';
import tags from './tags.json' with { type: 'json' };

const skipped = new Set(tags.skipped);
const furniture = new Set(tags.furniture);
const furnitureRoles = new Set(['navigation', 'search', 'menu', 'menubar', 'contentinfo']);

/** Whether a reader of the page sees the element as part of its text. */
export function isVisible(element: Element): boolean {
  if (skipped.has(element.tagName)) return false;
  if (attributeOf(element, 'hidden') !== undefined || attributeOf(element, 'aria-hidden') === 'true')
    return false;
  if (furnitureRoles.has(attributeOf(element, 'role') ?? '') || isFurniture(element)) return false;
  return !/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributeOf(element, 'style') ?? '');
}

/** What a site puts around a page, by its class or id: menus, the path to the page, its foot. */
function isFurniture(element: Element): boolean {
  if (!['div', 'ul', 'ol', 'p', 'section', 'span', 'table'].includes(element.tagName)) return false;
  const names = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`.toLowerCase();
  return names.split(/\s+/).some((name) => furniture.has(name));
}

/** The text that is seen in an element; line breaks of the source are blanks, `<br>` is a new line. */
export function visibleText(node: Node): string {
  if (isText(node)) return node.value.replace(/[\r\n\f]+[ \t]*/g, ' ');
  if (!isElement(node) || !isVisible(node)) return '';
  if (node.tagName === 'br') return '\n';
  const text = node.childNodes.map(visibleText).join('');
  if (node.tagName === 'sup' && /^\d{1,3}$/.test(text) && !followsLetter(node)) return raised(text);
  return ['p', 'div', 'li'].includes(node.tagName) ? `${text}\n` : text;
}

/** Whether a raised number is part of a unit (km²), and not the mark of a note, or a power, behind a figure. */
function followsLetter(element: Element): boolean {
  const siblings =
    element.parentNode && 'childNodes' in element.parentNode ? element.parentNode.childNodes : [];
  const before = siblings[siblings.indexOf(element) - 1];
  return before !== undefined && /[A-Za-z]\s*$/.test(visibleText(before));
}

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The digits as they stand above the line, so that a figure before them keeps its own. */
function raised(digits: string): string {
  return digits.replace(/\d/g, (digit) => raisedDigits.charAt(Number(digit)));
}
