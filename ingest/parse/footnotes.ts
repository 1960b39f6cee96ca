import { findQuantities } from '../../src/quantity/find-quantities.js';
import type { Block, Paragraph, RawLine } from '../blocks.js';
import { sentenceEnd } from './layout.js';
import { opensItem } from './numbering.js';
import { joinPieces, mendSpaces } from './spacing.js';

/** A note and the mark that stands for it in the text. */
export interface Footnote {
  mark: string;
  /** Line of the reference. */
  line: number;
  text: string;
  lines: [number, number];
}

const marks = '[①-⑳]|\\[\\^[^\\]\\s]{1,20}\\]|\\[\\d{1,3}\\]|〔\\d{1,3}〕';
const note = new RegExp(`^\\s*(${marks})\\s*[:：]?\\s*(?=\\S)`);
/** A mark right behind a word; one behind a blank, a colon or a full stop counts the items of a list. */
const reference = new RegExp(`(?<=[^\\s：:；;，,、。（(\\]])(${marks})(?!\\()`, 'g');
/** How far below its reference a note may stand: a page. A Markdown note stands wherever its author likes. */
const mostLinesBelow = 70;
const mostNoteLines = 5;

/**
 * Takes the notes out of the lines that a reference above points to, so that they tear no sentence.
 * @param mayBeNote tells lines of notes where the layout shows them
 */
export function takeFootnotes(
  lines: readonly RawLine[],
  mayBeNote: (line: RawLine) => boolean = () => true,
): { lines: RawLine[]; notes: Footnote[] } {
  const kept: RawLine[] = [];
  const notes: Footnote[] = [];
  const open: { mark: string; line: RawLine }[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line) break;
    const mark = mayBeNote(line) ? note.exec(line.text)?.[1] : undefined;
    const found =
      mark === undefined
        ? -1
        : open.findLastIndex((one) => one.mark === mark && isNear(one.line, line, mark));
    const reference = open[found];
    if (reference) {
      const own = noteLines(lines, at, mayBeNote);
      open.splice(found, 1);
      notes.push(footnoteOf(reference, own));
      at += own.length;
      continue;
    }
    const bare = bareNoteAt(lines, at, kept);
    if (bare) {
      notes.push(bare);
      at += 1;
      continue;
    }
    for (const one of referencesIn(line)) open.push({ mark: one, line });
    kept.push(line);
    at += 1;
  }
  return { lines: kept, notes };
}

/** A short sentence behind a number without any mark, and no figure of its own: 1含村镇银行。 */
const bareNote = /^\s*(\d{1,2})(?=[\u4e00-\u9fff（“])[^\d，；]{2,40}。\s*$/;

/**
 * A note whose raised number came out as a plain one. It must stand in the middle of a sentence, where a page
 * ends, and its number behind a word or unit and before a mark (18家1，) not far above.
 */
function bareNoteAt(lines: readonly RawLine[], at: number, kept: readonly RawLine[]): Footnote | undefined {
  const line = lines[at];
  const mark = line && bareNote.exec(line.text)?.[1];
  if (!line || mark === undefined || findQuantities(line.text)[0]?.unit !== '') return undefined;
  const before = kept.findLast(({ text }) => text.trim() !== '');
  if (!before || sentenceEnd.test(before.text.trim()) || opensItem(before.text.trim())) return undefined;
  const raised = new RegExp(`[\\u4e00-\\u9fff％%）]${mark}(?=[，。；、])`);
  const reference = kept.findLast(
    ({ text, number }) => line.number - number <= mostLinesBelow && raised.test(text.replace(/\s/g, '')),
  );
  return reference && footnoteOf({ mark, line: reference }, [line]);
}

function referencesIn({ text }: RawLine): string[] {
  return text.includes('\t') ? [] : [...text.matchAll(reference)].flatMap(([, mark]) => (mark ? [mark] : []));
}

function isNear(reference: RawLine, line: RawLine, mark: string): boolean {
  return mark.startsWith('[^') || line.number - reference.number <= mostLinesBelow;
}

/** The lines of a note: up to its end, a blank line, the next note or the next page. */
function noteLines(
  lines: readonly RawLine[],
  start: number,
  mayBeNote: (line: RawLine) => boolean,
): RawLine[] {
  const own = lines.slice(start, start + 1);
  for (const line of lines.slice(start + 1, start + mostNoteLines)) {
    const last = own.at(-1);
    const isNext = last && line.number === last.number + 1 && line.text.trim() !== '' && mayBeNote(line);
    if (!isNext || sentenceEnd.test(last.text) || note.test(line.text) || opensItem(line.text.trim())) break;
    own.push(line);
  }
  return own;
}

function footnoteOf({ mark, line }: { mark: string; line: RawLine }, own: readonly RawLine[]): Footnote {
  const text = own.reduce((joined, one) => joinPieces(joined, mendSpaces(one.text)), '');
  const first = own[0]?.number ?? line.number;
  return { mark, line: line.number, text: plainMark(text), lines: [first, own.at(-1)?.number ?? first] };
}

/** `[^1]: text` → `[^1] text`. */
function plainMark(text: string): string {
  return text.replace(/^(\[\^[^\]]+\])\s*[:：]\s*/, '$1 ');
}

/** Puts each note under the paragraph that refers to it. */
export function placeFootnotes(blocks: readonly Block[], notes: readonly Footnote[]): Block[] {
  if (notes.length === 0) return [...blocks];
  const placed = new Set<Footnote>();
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1];
    const own = notes.filter(
      (one) => !placed.has(one) && one.line >= block.lines[0] && (one.line <= block.lines[1] || !next),
    );
    for (const one of own) placed.add(one);
    const paragraphs = own.map(
      ({ text, lines }): Paragraph => ({ kind: 'paragraph', text, lines, page: block.page }),
    );
    return [block, ...paragraphs];
  });
}
