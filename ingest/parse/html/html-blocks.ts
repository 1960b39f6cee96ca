import { mendSpaces } from '../spacing.js';
import { attributeOf, type Element, findElements, isElement, isText, type Node } from './element.js';
import { listMarker } from './list-marker.js';
import { type HtmlTable, readTable } from './read-table.js';
import tags from './tags.json' with { type: 'json' };
import { isVisible, visibleText } from './visible.js';

/** A block before it has its lines. */
export type HtmlBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string; level: number }
  | ({ kind: 'table' } & HtmlTable);

const inline = new Set(tags.inline);

/** The blocks under an element, in reading order. */
export function htmlBlocks(root: Element): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let open = '';
  const flush = () => {
    // Tabs stay: they set the page numbers of a contents page apart.
    for (const line of open.split('\n').map((one) => one.replace(/[ \r\f]+/g, ' ').trim()))
      if (line !== '' && line !== '-') blocks.push({ kind: 'paragraph', text: line });
    open = '';
  };
  const readFlow = (node: Node): void => {
    if (isText(node)) open += visibleText(node);
    else if (!isElement(node) || !isVisible(node)) return;
    else if (node.tagName === 'br') open += '\n';
    else if (node.tagName === 'sup') open += visibleText(node);
    else if (inline.has(node.tagName)) for (const child of node.childNodes) readFlow(child);
    else readBlock(node);
  };
  const readBlock = (element: Element): void => {
    flush();
    const found = wholeBlocks(element);
    if (found) blocks.push(...found);
    else {
      if (element.tagName === 'li') open = listMarker(element);
      for (const child of element.childNodes) readItemFlow(element, child);
    }
    flush();
  };
  /** A list item's first paragraph goes on after its marker. */
  const readItemFlow = (parent: Element, child: Node): void => {
    const opensItem =
      parent.tagName === 'li' && isElement(child) && child.tagName === 'p' && open.length <= 6;
    if (opensItem) for (const inner of child.childNodes) readFlow(inner);
    else readFlow(child);
  };
  readFlow(root);
  flush();
  return blocks;
}

/** Headings, tables of data and lists of links are one thing each; anything else is read child by child. */
function wholeBlocks(element: Element): HtmlBlock[] | undefined {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (level) {
    const text = mendSpaces(visibleText(element).replace(/\n/g, ' '));
    return text === '' ? [] : [{ kind: 'heading', text, level: Number(level) }];
  }
  if (element.tagName === 'table') return tableBlocks(element);
  if (element.tagName === 'figure') {
    const [table, ...others] = findElements(element, ['table']);
    const [caption] = findElements(element, ['figcaption']);
    return table && caption && others.length === 0 ? tableBlocks(table, caption) : undefined;
  }
  return isContentsList(element) ? [] : undefined;
}

/** A table with its caption before it, wherever the page has that. */
function tableBlocks(element: Element, figureCaption?: Element): HtmlBlock[] | undefined {
  const table = readTable(element);
  if (!table) return undefined;
  const named = figureCaption ? mendSpaces(visibleText(figureCaption).replace(/\n/g, ' ')) : '';
  const caption = named === '' ? table.caption : named;
  return [
    ...(caption ? [{ kind: 'paragraph' as const, text: caption }] : []),
    { kind: 'table', ...table, caption },
  ];
}

/** A list whose every item is one link into the page itself. */
function isContentsList(element: Element): boolean {
  if (element.tagName !== 'ul' && element.tagName !== 'ol') return false;
  const items = findElements(element, ['li']);
  return (
    items.length >= 3 &&
    items.every((item) => {
      const [link] = findElements(item, ['a']);
      const isInPage = link !== undefined && (attributeOf(link, 'href') ?? '').startsWith('#');
      return isInPage && ownText(item) === visibleText(link).trim();
    })
  );
}

/** The text of an item without the lists inside it. */
function ownText(item: Element): string {
  const own = item.childNodes.filter((child) => !isElement(child) || !['ul', 'ol'].includes(child.tagName));
  return own.map(visibleText).join('').trim();
}
