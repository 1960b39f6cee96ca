import { createEmbeddedEmbedder } from '../src/models/embedded-embedder.js';
import type { IndicatorReader } from '../src/models/indicator-reader.js';
import type { Indicator, Passage } from '../src/records.js';
import type { PlanRows, Row } from '../src/store/rows.js';
import { toRows } from '../src/store/to-rows.js';
import { auditPlan } from './audit/audit-plan.js';
import type { ParsedDocument } from './blocks.js';
import { checkReading } from './check-reading.js';
import { cutPassages } from './chunk.js';
import { unfinished } from './fingerprint.js';
import { createPassageIndexer, type IndexedPassage } from './index-passage.js';
import { extractIndicators, extractWithReader } from './indicators/extract.js';
import { reportSecondPass } from './indicators/second-pass/report-second-pass.js';
import { type ParsedFile, parseFile } from './parse/parse-file.js';
import { type PlanHead, readPlanHead } from './plan-record.js';
import { buildSections, type Section } from './structure.js';

/** A plan's file, and whether its vectors are to be made in the same place. */
export interface ReadRequest {
  planId: string;
  file: string;
  bytes: Uint8Array;
  sourceHash: string;
  embedHere: boolean;
}

/** Everything that was made of one file. */
export interface PlanReading {
  format: string;
  /** Pages in formats that have pages. */
  pages: number | null;
  sections: number;
  passages: number;
  tables: number;
  indicators: number;
  warnings: string[];
  rows: Row[];
  /** What is still to be embedded: a text for each row of a passage, in order. */
  texts: string[];
}

/**
 * One plan through every step: parse, structure, chunk, indicators, audit, rows.
 * @throws PlanbotError `plan_file_unreadable` with the reason, which does not name the file
 */
export async function readPlan(request: ReadRequest): Promise<PlanReading> {
  return await readParsed(request, await parseFile(request));
}

/** The steps after the file was taken apart; a model may read the figures a second time. */
export async function readParsed(
  request: ReadRequest,
  parsed: ParsedFile,
  reader?: IndicatorReader,
): Promise<PlanReading> {
  const structured = structureOf(request, parsed);
  const { indicators, secondPass } = reader
    ? await extractWithReader({ ...structured, reader })
    : { indicators: extractIndicators(structured) };
  if (secondPass) structured.warnings.push(...reportSecondPass(secondPass));
  const isDone = secondPass?.failure === undefined;
  const sourceHash = isDone ? request.sourceHash : unfinished(request.sourceHash);
  const indexed = structured.passages.map(createPassageIndexer(structured.head));
  const rows = toRows(
    planRows({ request: { ...request, sourceHash }, parsed, structured, indexed, indicators }),
  );
  const reading = {
    ...sizesOf(parsed, structured),
    indicators: indicators.length,
    pages: pagesOf(parsed.document),
    warnings: checkReading(parsed.document, structured.sections),
  };
  if (!request.embedHere) return { ...reading, rows, texts: indexed.map(({ text }) => text) };
  return { ...reading, rows: withVectors(rows, createEmbeddedEmbedder().embedCut(indexed)), texts: [] };
}

/** Gives each passage's row its vector, in order. */
export function withVectors(rows: readonly Row[], vectors: readonly (readonly number[])[]): Row[] {
  let at = 0;
  return rows.map((row) => {
    if (row.kind !== 'passage') return row;
    const vector = vectors[at];
    at += 1;
    return vector ? { ...row, vector: new Float32Array(vector) } : row;
  });
}

/** What the figures are read from. */
interface Structured {
  planId: string;
  head: PlanHead;
  sections: Section[];
  passages: Passage[];
  warnings: string[];
}

function structureOf({ planId }: ReadRequest, { document }: ParsedFile): Structured {
  const head = readPlanHead(document, planId);
  const sections = buildSections(document.blocks);
  return { planId, head, sections, passages: cutPassages(planId, sections), warnings: document.warnings };
}

function planRows({
  request: { planId, file, sourceHash },
  parsed,
  structured,
  indexed,
  indicators,
}: {
  request: ReadRequest;
  parsed: ParsedFile;
  structured: Structured;
  indexed: IndexedPassage[];
  indicators: Indicator[];
}): PlanRows {
  const source = { planId, file, sourceHash, readAt: new Date().toISOString() };
  return {
    plan: { ...structured.head, ...source, ...sizesOf(parsed, structured), indicators: indicators.length },
    passages: indexed,
    indicators,
    findings: auditPlan({ ...structured, indicators, contents: parsed.document.contents }),
  };
}

function sizesOf({ format, document }: ParsedFile, { sections, passages }: Structured) {
  return {
    format,
    sections: sections.filter((section) => section.kind !== 'preamble').length,
    passages: passages.length,
    tables: document.blocks.filter((block) => block.kind === 'table').length,
  };
}

function pagesOf({ pages, blocks }: ParsedDocument): number | null {
  if (pages !== undefined) return pages;
  const last = blocks.reduce((most, { page }) => Math.max(most, page ?? 0), 0);
  return last === 0 ? null : last;
}
