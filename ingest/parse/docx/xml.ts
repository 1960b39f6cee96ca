import { unreadable } from '../unreadable.js';

/** An element with its place in the source, so that the source can be edited there. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Where the element begins, where its content begins, and where the element ends. */
  start: number;
  inner: number;
  end: number;
}

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads the elements of an XML part of an office document (no text, no entities in names).
 * @throws PlanbotError `plan_file_unreadable` where the tags do not match
 */
export function readXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], start: 0, inner: 0, end: source.length };
  const open = [root];
  for (const match of source.matchAll(token)) {
    const [whole, closing, name, attributes = '', empty] = match;
    if (name === undefined) continue;
    const end = match.index + whole.length;
    if (closing) closeElement(open, name, end);
    else {
      const element = {
        name,
        attributes: readAttributes(attributes),
        children: [],
        start: match.index,
        inner: end,
        end,
      };
      open.at(-1)?.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length > 1)
    throw unreadable('the Word document is damaged (its XML is cut off); get the file again');
  return root;
}

function closeElement(open: XmlElement[], name: string, end: number): void {
  const element = open.pop();
  if (!element || element.name !== name || open.length === 0)
    throw unreadable('the Word document is damaged (the tags of its XML do not match); get the file again');
  element.end = end;
}

function readAttributes(source: string): Record<string, string> {
  return Object.fromEntries(
    [...source.matchAll(attribute)].map(([, name = '', double, single]) => [
      name,
      decode(double ?? single ?? ''),
    ]),
  );
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    if (name !== undefined) return entities[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The `w:val` of a child, which is how most settings are written. */
export function settingValue(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

export function settingNumber(element: XmlElement | undefined, name: string): number | undefined {
  const value = Number.parseInt(settingValue(element, name) ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
}
