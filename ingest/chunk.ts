import { createHash } from 'node:crypto';
import type { Passage } from '../src/records.js';
import { type Block, type Table, tableText } from './blocks.js';
import type { Section } from './structure.js';

/** Characters that a text passage aims at; eight of them fit what a reader or a model can take in. */
const targetLength = 450;
const longestText = 800;
const longestTable = 1_500;
/** Sibling sections shorter than this, in a row, share a passage under their parent. */
const smallSection = 170;

interface Piece {
  text: string;
  lines: [number, number];
  page: number | null;
}

interface Draft {
  sectionPath: string[];
  kind: Passage['kind'];
  pieces: Piece[];
}

/**
 * Cuts a plan into passages along its sections. A passage carries the headings that lead to it, a table
 * stays whole (a long one is cut between rows, its header repeated), a long section is cut at paragraph,
 * then at sentence ends.
 */
export function cutPassages(planId: string, sections: readonly Section[]): Passage[] {
  const drafts: Draft[] = [];
  let headings: Piece[] = [];
  for (const group of groupSmall(sections)) {
    const pieces = group.sections.flatMap((section) => [...headingPiece(section), ...textPieces(section)]);
    const tables = group.sections.flatMap((section) => section.blocks.filter((block) => block.kind === 'table'));
    const hasText = group.sections.some((section) => section.blocks.length > 0);
    if (!hasText) {
      headings.push(...pieces);
      continue;
    }
    drafts.push(...draftsOf({ path: group.path, pieces: [...headings, ...pieces], tables }));
    headings = [];
  }
  if (headings.length > 0) drafts.push({ sectionPath: [], kind: 'text', pieces: headings });
  return drafts.map((draft, order) => passageOf({ planId, draft, order }));
}

/** Runs of short leaf sections under one parent, which only together say something. */
function groupSmall(sections: readonly Section[]): { path: string[]; sections: Section[] }[] {
  const groups: { path: string[]; sections: Section[] }[] = [];
  for (const [index, section] of sections.entries()) {
    const last = groups.at(-1);
    const parent = section.path.slice(0, -1).join('\n');
    const joins =
      last !== undefined &&
      isSmallLeaf(section, sections[index + 1]) &&
      last.sections.every((one) => one.path.slice(0, -1).join('\n') === parent && lengthOf(one) <= smallSection) &&
      last.sections.every((one) => one.kind === section.kind && one.blocks.length > 0) &&
      lengthOf(section) + last.sections.reduce((sum, one) => sum + lengthOf(one), 0) <= targetLength * 1.4;
    if (joins && last) {
      last.sections.push(section);
      last.path = section.path.slice(0, -1);
    } else groups.push({ path: section.path, sections: [section] });
  }
  return groups;
}

function isSmallLeaf(section: Section, next: Section | undefined): boolean {
  const hasChildren = (next?.level ?? 0) > section.level;
  return section.kind === 'numbered' && !hasChildren && lengthOf(section) <= smallSection && section.blocks.length > 0;
}

function lengthOf(section: Section): number {
  return section.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? longestText : block.text.length), 0);
}

/** The heading as the plan prints it; a run-in heading already stands in its paragraph. */
function headingPiece(section: Section): Piece[] {
  const first = section.blocks[0];
  const isRunIn = first !== undefined && first.kind !== 'table' && first.lines[0] === section.lines[0];
  return section.title === '' || isRunIn ? [] : [{ text: section.title, lines: section.lines, page: section.page }];
}

function textPieces(section: Section): Piece[] {
  return section.blocks.flatMap((block) =>
    block.kind === 'table' ? [] : [{ text: block.text, lines: block.lines, page: block.page }],
  );
}

function draftsOf({ path, pieces, tables }: { path: string[]; pieces: Piece[]; tables: Block[] }): Draft[] {
  const found = tables.filter((block): block is Table => block.kind === 'table');
  if (found.length === 0) return textDrafts(path, pieces);
  const firstTable = found[0]?.lines[0] ?? 0;
  const fits = (piece: Piece) => piece.text.length <= 120 && piece.lines[0] <= firstTable;
  const isNote = (piece: Piece) => /^(?:注|备注|说明|数据来源|资料来源|[*＊])/.test(piece.text) && piece.text.length <= 300;
  // The caption is the last short line before the table; what stands before it is text.
  const captionAt = pieces.findLastIndex(fits);
  const caption = captionAt >= 0 && pieces.slice(captionAt).every((piece) => fits(piece) || isNote(piece) || piece.lines[0] > firstTable);
  const kept = pieces.filter((piece, at) => !(caption && at === captionAt) && !isNote(piece));
  const notes = pieces.filter(isNote);
  const captionPiece = caption && pieces[captionAt] ? [pieces[captionAt]] : [];
  const isOnlyHeading = kept.every((piece) => piece.text.length <= 60) && kept.length <= 4;
  const lead = isOnlyHeading ? [...kept, ...captionPiece] : captionPiece;
  return [
    ...(isOnlyHeading ? [] : textDrafts(path, kept)),
    ...found.flatMap((table, at) => tableDrafts({ path, table, lead: at === 0 ? lead : [], notes: at === 0 ? notes : [] })),
  ];
}

function tableDrafts({ path, table, lead, notes }: { path: string[]; table: Table; lead: Piece[]; notes: Piece[] }): Draft[] {
  const fixed = [...lead, ...notes].reduce((sum, piece) => sum + piece.text.length + 1, 0);
  const head = tableText({ header: table.header, rows: [] });
  const parts: string[][] = [[]];
  let length = fixed + head.length;
  for (const row of table.rows) {
    const text = tableText({ header: [], rows: [row] }).slice(0, longestTable - head.length - 10);
    if (length + text.length + 1 > longestTable - 20 && (parts.at(-1)?.length ?? 0) > 0) {
      parts.push([]);
      length = head.length;
    }
    parts.at(-1)?.push(text);
    length += text.length + 1;
  }
  return parts.map((rows, at) => ({
    sectionPath: path,
    kind: 'table',
    pieces: [
      ...(at === 0 ? lead : []),
      { text: [head, ...rows].filter((text) => text !== '').join('\n'), lines: table.lines, page: table.page },
      ...(at === parts.length - 1 && fixed < 400 ? notes : []),
    ],
  }));
}

function textDrafts(path: string[], pieces: Piece[]): Draft[] {
  const parts = pieces.flatMap(splitLong);
  const total = parts.reduce((sum, piece) => sum + piece.text.length + 1, 0);
  const share = total <= targetLength * 1.35 ? total : total / Math.ceil(total / targetLength);
  const drafts: Draft[] = [];
  let length = 0;
  for (const piece of parts) {
    const open = drafts.at(-1);
    const fits = open !== undefined && length + piece.text.length / 2 <= share && length + piece.text.length < longestText;
    const isHeadingOnly = open !== undefined && length <= 60 && length + piece.text.length < longestText;
    if (open && (fits || isHeadingOnly)) {
      open.pieces.push(piece);
      length += piece.text.length + 1;
    } else {
      drafts.push({ sectionPath: path, kind: 'text', pieces: [piece] });
      length = piece.text.length + 1;
    }
  }
  return drafts;
}

/** A paragraph over the target length is cut at sentence ends, one over the limit at clause ends too. */
function splitLong(piece: Piece): Piece[] {
  if (piece.text.length <= targetLength * 1.35) return [piece];
  const sentences = piece.text.split(/(?<=[。！？；][”’）]?)(?![”’）])/).flatMap(splitOverlong);
  const count = Math.ceil(piece.text.length / targetLength);
  const share = piece.text.length / count;
  const parts: string[] = [];
  for (const sentence of sentences) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + sentence.length / 2 <= share) parts[parts.length - 1] = last + sentence;
    else parts.push(sentence);
  }
  return parts.map((text) => ({ ...piece, text }));
}

function splitOverlong(sentence: string): string[] {
  if (sentence.length <= longestText - 100) return [sentence];
  const clauses = sentence.split(/(?<=[，、,;\s])/);
  const parts: string[] = [];
  for (const clause of clauses.flatMap((one) => one.match(/[\s\S]{1,600}/g) ?? [])) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + clause.length <= 600) parts[parts.length - 1] = last + clause;
    else parts.push(clause);
  }
  return parts;
}

function passageOf({ planId, draft, order }: { planId: string; draft: Draft; order: number }): Passage {
  const text = draft.pieces.map((piece) => piece.text).join('\n');
  const first = draft.pieces[0];
  const lines: [number, number] = [
    Math.min(...draft.pieces.map((piece) => piece.lines[0])),
    Math.max(...draft.pieces.map((piece) => piece.lines[1])),
  ];
  const digest = createHash('sha256').update(`${draft.sectionPath.join('\n')}\n\n${text}`).digest('hex').slice(0, 10);
  return {
    passageId: `${planId}#${order}-${digest}`,
    planId,
    sectionPath: draft.sectionPath,
    page: first?.page ?? null,
    lines,
    kind: draft.kind,
    order,
    text,
  };
}
