import { attributeOf, type Element, findElements, isElement, type Node } from './element.js';
import { visibleText } from './visible.js';

/** What stands for a note in the text: [1], ①, a bare number. */
const mark = /^[[(〔【（]?(?:\d{1,3}|[①-⑳])[\])〕】）]?$/;
const blocks = ['p', 'li', 'table', 'dd', 'blockquote'];

/** Puts each note of a web page, listed at its end, under the paragraph or table with the link to it. */
export function placeNotes(root: Element): void {
  const references = findElements(root, ['a']).filter((link) => mark.test(visibleText(link).trim()));
  const placed = new Set<Element>();
  for (const link of references) {
    if ([...placed].some((one) => contains(one, link))) continue;
    const note = noteOf(root, link);
    const block = enclosing(link, blocks);
    if (!note || !block || placed.has(note) || contains(note, link) || contains(block, note)) continue;
    placed.add(note);
    detach(note);
    insertAfter(block, asParagraph(note, link));
  }
}

/** The block that a link points to, where that links back: a note, and no other place of the page. */
function noteOf(root: Element, link: Element): Element | undefined {
  const id = (attributeOf(link, 'href') ?? '').replace(/^#/, '');
  const names = [attributeOf(link, 'id'), attributeOf(link, 'name'), attributeOf(parentOf(link), 'id')];
  const target = id === '' ? undefined : elementNamed(root, id);
  const note = target && (blocks.includes(target.tagName) ? target : enclosing(target, [...blocks, 'div']));
  const isBack = (one: Element) => names.some((name) => name && attributeOf(one, 'href') === `#${name}`);
  return note && findElements(note, ['a']).some(isBack) ? note : undefined;
}

function elementNamed(parent: Element, name: string): Element | undefined {
  for (const child of parent.childNodes.filter(isElement)) {
    if (attributeOf(child, 'id') === name || attributeOf(child, 'name') === name) return child;
    const inside = elementNamed(child, name);
    if (inside) return inside;
  }
  return undefined;
}

function parentOf(element: Element): Element {
  const parent = element.parentNode;
  return parent && 'tagName' in parent ? parent : element;
}

function enclosing(element: Element, names: readonly string[]): Element | undefined {
  for (let one = element; parentOf(one) !== one; one = parentOf(one))
    if (names.includes(parentOf(one).tagName)) return parentOf(one);
  return undefined;
}

function contains(outer: Element, inner: Element): boolean {
  for (let one = inner; parentOf(one) !== one; one = parentOf(one)) if (parentOf(one) === outer) return true;
  return false;
}

function detach(note: Element): void {
  const parent = parentOf(note);
  parent.childNodes = parent.childNodes.filter((child) => child !== note);
}

function insertAfter(block: Element, note: Node): void {
  const parent = parentOf(block);
  parent.childNodes = parent.childNodes.flatMap((child) => (child === block ? [child, note] : [child]));
}

/** The note with the mark of its reference once, and without the link back. */
function asParagraph(note: Element, link: Element): Node {
  const sign = visibleText(link).trim();
  const inner = note.childNodes.flatMap((child) =>
    isElement(child) && child.tagName === 'p' ? child.childNodes : child,
  );
  const text = inner.filter((child) => !isElement(child) || findOwn(child).length === 0);
  const hasSign = text.map(visibleText).join('').trim().startsWith(sign);
  return {
    ...note,
    nodeName: 'p',
    tagName: 'p',
    attrs: [],
    childNodes: hasSign ? text : [...link.childNodes, ...text],
  };
}

/** Links into the page in an element, or the element itself where it is one. */
function findOwn(element: Element): Element[] {
  const links = element.tagName === 'a' ? [element] : findElements(element, ['a']);
  return links.filter((link) => (attributeOf(link, 'href') ?? '').startsWith('#'));
}
