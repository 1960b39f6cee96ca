import { parse } from 'parse5';
import type { ParsedDocument } from '../../blocks.js';
import { cleanLines } from '../clean-lines.js';
import { unreadable } from '../unreadable.js';
import { dropSurroundings } from './drop-surroundings.js';
import { type Element, findElements, isElement } from './element.js';
import { type HtmlBlock, htmlBlocks } from './html-blocks.js';
import { placeBlocks } from './place-blocks.js';
import { placeNotes } from './place-notes.js';

/**
 * Takes an HTML page apart into blocks; its lines are those of its text, a block a line.
 * `prepare` puts the page's elements in order first: its notes to their places.
 */
export function parseHtml(source: string, prepare: (root: Element) => void = preparePage): ParsedDocument {
  const root = contentRoot(source);
  prepare(root);
  return placeBlocks(htmlBlocks(root).flatMap(cleanBlock));
}

function preparePage(root: Element): void {
  placeNotes(root);
  dropSurroundings(root);
}

/** The body, or the part of it that the page marks as its content. */
function contentRoot(source: string): Element {
  const html = parse(source).childNodes.find(isElement);
  const body = html?.childNodes.filter(isElement).find((child) => child.tagName === 'body');
  // A page of frames has no body.
  if (!body) throw unreadable('this HTML page has no text of its own; save the pages in its frames instead');
  const [main, ...others] = findElements(body, ['main']);
  return main && others.length === 0 ? main : body;
}

/** The same mending as for lines of text: symbol bullets, odd blanks, page numbers that stand alone. */
function cleanBlock(block: HtmlBlock): HtmlBlock[] {
  if (block.kind === 'table') return [block];
  return cleanLines(block.text)
    .filter(({ text }) => text.trim() !== '')
    .map(({ text }) => ({ ...block, text: text.trim() }));
}
