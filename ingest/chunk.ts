import { createHash } from 'node:crypto';
import type { Passage } from '../src/records.js';
import type { Table } from './blocks.js';
import { cutTable } from './chunk/cut-table.js';
import { cutText } from './chunk/cut-text.js';
import type { PassageDraft, Piece } from './chunk/draft.js';
import { groupSections } from './chunk/group-sections.js';
import type { Section } from './structure.js';

const longestCaption = 120;
const longestNote = 300;
const noteStart = /^(?:注|备注|说明|数据来源|资料来源|[*＊])/;

/**
 * Cuts a plan into passages along its sections. A passage carries the headings that lead to it, a table
 * stays whole (a long one is cut between rows, its header repeated), a long section is cut at paragraph,
 * then at sentence ends.
 */
export function cutPassages(planId: string, sections: readonly Section[]): Passage[] {
  const drafts: PassageDraft[] = [];
  let headings: Piece[] = [];
  let path: string[] = [];
  for (const group of groupSections(sections)) {
    const pieces = group.sections.flatMap((section) => [...headingPiece(section), ...textPieces(section)]);
    const tables = group.sections.flatMap(tablesOf);
    path = group.path;
    headings.push(...pieces);
    if (group.sections.every((section) => section.blocks.length === 0)) continue;
    drafts.push(...cutGroup({ path, pieces: headings, tables }));
    headings = [];
  }
  drafts.push(...cutText(path, headings));
  return drafts.map((draft, order) => passageOf({ planId, draft, order }));
}

/** The heading as the plan prints it; a run-in heading already stands in its paragraph. */
function headingPiece(section: Section): Piece[] {
  const first = section.blocks[0];
  const isRunIn = first !== undefined && first.kind !== 'table' && first.lines[0] === section.lines[0];
  return section.title === '' || isRunIn
    ? []
    : [{ text: section.title, lines: section.lines, page: section.page }];
}

function textPieces(section: Section): Piece[] {
  return section.blocks.flatMap((block) =>
    block.kind === 'table' ? [] : [{ text: block.text, lines: block.lines, page: block.page }],
  );
}

function tablesOf(section: Section): Table[] {
  return section.blocks.filter((block) => block.kind === 'table');
}

function cutGroup({
  path,
  pieces,
  tables,
}: {
  path: string[];
  pieces: Piece[];
  tables: readonly Table[];
}): PassageDraft[] {
  const [first] = tables;
  if (!first) return cutText(path, pieces);
  const { text, lead, notes } = aroundTable(pieces, first);
  return [
    ...cutText(path, text),
    ...tables.flatMap((table, at) =>
      cutTable({ path, table, lead: at === 0 ? lead : [], notes: at === 0 ? notes : [] }),
    ),
  ];
}

/** Parts what stands around a table: its caption with the headings above, its notes, and other text. */
function aroundTable(pieces: readonly Piece[], table: Table) {
  const isBefore = (piece: Piece) => piece.text.length <= longestCaption && piece.lines[0] <= table.lines[0];
  // The caption is the last short line before the table; what stands before it is text.
  const at = pieces.findLastIndex(isBefore);
  const leadsOn = (piece: Piece) => isBefore(piece) || isNote(piece) || piece.lines[0] > table.lines[0];
  const caption = at >= 0 && pieces.slice(at).every(leadsOn) ? pieces[at] : undefined;
  const kept = pieces.filter((piece) => piece !== caption && !isNote(piece));
  const notes = pieces.filter((piece) => piece !== caption && isNote(piece));
  const lead = caption ? [caption] : [];
  const isOnlyHeadings = kept.every((piece) => piece.text.length <= 60) && kept.length <= 4;
  return isOnlyHeadings ? { text: [], lead: [...kept, ...lead], notes } : { text: kept, lead, notes };
}

function isNote({ text }: Piece): boolean {
  return noteStart.test(text) && text.length <= longestNote;
}

function passageOf({
  planId,
  draft,
  order,
}: {
  planId: string;
  draft: PassageDraft;
  order: number;
}): Passage {
  const text = draft.pieces.map((piece) => piece.text).join('\n');
  const first = draft.pieces[0];
  const lines: [number, number] = [
    Math.min(...draft.pieces.map((piece) => piece.lines[0])),
    Math.max(...draft.pieces.map((piece) => piece.lines[1])),
  ];
  const digest = createHash('sha256')
    .update(`${draft.sectionPath.join('\n')}\n\n${text}`)
    .digest('hex')
    .slice(0, 10);
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
