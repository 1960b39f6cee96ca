import { parseFragment } from 'parse5';
import type { RawLine } from '../blocks.js';
import type { FoundTable } from './delimited-tables.js';
import { isElement } from './html/element.js';
import { readTable } from './html/read-table.js';

const mostLines = 2_000;

/** A table in HTML's own marks, as converters put one with merged cells into Markdown or text. */
export function markupTableAt(lines: readonly RawLine[], start: number): FoundTable | undefined {
  const first = lines[start];
  if (!first || !/^\s*<table[\s>]/i.test(first.text)) return undefined;
  const region = lines.slice(start, start + mostLines);
  const end = region.findIndex(({ text }) => /<\/table>/i.test(text));
  const last = region[end];
  if (!last) return undefined;
  const source = region
    .slice(0, end + 1)
    .map(({ text }) => text)
    .join('\n');
  const element = parseFragment(source)
    .childNodes.filter(isElement)
    .find(({ tagName }) => tagName === 'table');
  const read = element && readTable(element);
  if (!read) return undefined;
  return {
    table: { kind: 'table', ...read, lines: [first.number, last.number], page: null },
    length: end + 1,
  };
}
