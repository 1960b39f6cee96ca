import { attributeOf, type Element, isElement } from './element.js';

/** What stands before a list item on the page: its number, or a dash for any bullet. */
export function listMarker(item: Element): string {
  const list = item.parentNode;
  if (list === null || !('tagName' in list)) return '';
  if (/list-style(?:-type)?\s*:\s*none/i.test(attributeOf(list, 'style') ?? '')) return '';
  if (list.tagName !== 'ol') return '- ';
  return `${written(numberOf(item, list), attributeOf(list, 'type') ?? '1')}. `;
}

function numberOf(item: Element, list: Element): number {
  const items = list.childNodes.filter(isElement).filter((child) => child.tagName === 'li');
  let number = Number.parseInt(attributeOf(list, 'start') ?? '1', 10) - 1;
  for (const one of items) {
    number = Number.parseInt(attributeOf(one, 'value') ?? String(number + 1), 10);
    if (one === item) break;
  }
  return Number.isNaN(number) ? 1 : number;
}

function written(number: number, type: string): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + ((number - 1) % 26));
  if (type === 'a') return letter;
  return type === 'A' ? letter.toUpperCase() : String(number);
}
