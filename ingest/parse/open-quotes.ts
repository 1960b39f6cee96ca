import type { RawLine } from '../blocks.js';

/** The sign of a block quote before its text; a figure alone behind it is a cell that says "more than". */
const quoted = /^ {0,3}(?:>[ \t]?)+(?![\s\d.,，%％]*$)/;
const emptyQuoted = /^ {0,3}>[> \t]*$/;

/** Takes the signs of block quotes away and marks their lines, so that a box set as one is read as any other. */
export function openQuotes(lines: readonly RawLine[]): RawLine[] {
  return lines.map((line) => {
    if (emptyQuoted.test(line.text)) return { ...line, text: '', isFramed: true };
    return quoted.test(line.text) ? { ...line, text: line.text.replace(quoted, ''), isFramed: true } : line;
  });
}
