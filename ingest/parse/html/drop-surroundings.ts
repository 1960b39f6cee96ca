import { attributeOf, type Element, findElements, isElement, isText, type Node } from './element.js';
import words from './surroundings.json' with { type: 'json' };
import { visibleText } from './visible.js';

const blocks = new Set(words.blocks);
const phrases = new RegExp(words.phrases);
/** Lines of a list that are links, and of a text that are the site's own, before all of it goes. */
const mostlyLinks = 0.6;

/** Takes out what a site puts around a document: menus, lists of other pages, its foot, buttons. */
export function dropSurroundings(root: Element): void {
  root.childNodes = root.childNodes.filter((child) => !isElement(child) || !isSurrounding(child));
  for (const child of root.childNodes) if (isElement(child)) dropSurroundings(child);
}

function isSurrounding(element: Element): boolean {
  if (!blocks.has(element.tagName)) return false;
  const text = visibleText(element).trim();
  const hasOwn = findElements(element, words.content).length > 0 || /[。；]/.test(text);
  if (text === '' || hasOwn) return false;
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  return isOfSite(lines) || isOfLinks(element, text);
}

/** Lines such as "print" or the number of a site's registration, and no other. */
function isOfSite(lines: readonly string[]): boolean {
  return lines.every((line) => phrases.test(line));
}

/** A menu or a list of pages elsewhere: nearly all its text are links that leave the page. */
function isOfLinks(element: Element, text: string): boolean {
  const links = findElements(element, ['a']).filter((link) => !/^#/.test(attributeOf(link, 'href') ?? '#'));
  const linked = links.reduce((sum, link) => sum + lengthOf(link), 0);
  return links.length >= 2 && linked >= text.replace(/\s/g, '').length * mostlyLinks;
}

function lengthOf(node: Node): number {
  return (isText(node) ? node.value : visibleText(node)).replace(/\s/g, '').length;
}
