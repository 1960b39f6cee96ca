import { messageOf, PlanbotError } from '../src/errors.js';
import type { Embedder } from '../src/models/embedder.js';
import type { IndicatorReader } from '../src/models/indicator-reader.js';
import type { Passage } from '../src/records.js';
import type { PlanRows } from '../src/store/rows.js';
import { createIndexWriter } from '../src/store/write-index.js';
import { auditPlan } from './audit/audit-plan.js';
import type { ParsedDocument } from './blocks.js';
import { checkReading } from './check-reading.js';
import { cutPassages } from './chunk.js';
import { fingerprintOf, unfinished } from './fingerprint.js';
import { extractIndicators, extractWithReader } from './indicators/extract.js';
import { reportSecondPass } from './indicators/second-pass/report-second-pass.js';
import { createFileParser, type FileParser } from './parse/create-file-parser.js';
import type { ParsedFile } from './parse/parse-file.js';
import { type PlanHead, readPlanHead } from './plan-record.js';
import { listPlanFiles, readPlanFile, type SourceFile } from './read.js';
import { buildSections, type Section } from './structure.js';

/** What became of one file. */
export interface FileReport {
  file: string;
  planId: string;
  status: 'read' | 'unchanged' | 'failed';
  format: string;
  sections: number;
  passages: number;
  tables: number;
  indicators: number;
  warnings: string[];
  milliseconds: number;
}

export interface IngestProgress {
  done: number;
  total: number;
  file: string;
}

/** Reads plan files into the index; the shape in which `src` is handed the pipeline. */
export type IngestFiles = (request: {
  paths: readonly string[];
  index: string;
  embedder: Embedder;
  /** Reads the figures of every plan a second time. */
  reader?: IndicatorReader | undefined;
  onProgress?: (progress: IngestProgress) => void;
}) => Promise<FileReport[]>;

/**
 * Reads files and folders of plans into the index. What has not changed since the last run is left alone;
 * a file that cannot be read is reported, and the others go on. All changed rows land in one write.
 */
export const ingestFiles: IngestFiles = async ({ paths, index, embedder, reader, onProgress }) => {
  const files = await listPlanFiles(paths);
  const writer = await createIndexWriter({
    uri: index,
    embedderId: embedder.id,
    dimensions: embedder.dimensions,
  });
  const parser = createFileParser();
  const reports: FileReport[] = [];
  const changed: PlanRows[] = [];
  try {
    for (const [done, file] of files.entries()) {
      onProgress?.({ done, total: files.length, file });
      const { report, rows } = await readOne({ file, known: writer.hashes, embedder, reader, parser });
      reports.push(report);
      if (rows) changed.push(rows);
    }
    if (changed.length > 0) await writer.write(changed);
    onProgress?.({ done: files.length, total: files.length, file: '' });
  } finally {
    writer.close();
    await parser.close();
  }
  return reports;
};

async function readOne({
  file,
  known,
  embedder,
  reader,
  parser,
}: {
  file: string;
  known: ReadonlyMap<string, string>;
  embedder: Embedder;
  reader: IndicatorReader | undefined;
  parser: FileParser;
}): Promise<{ report: FileReport; rows?: PlanRows }> {
  const started = performance.now();
  const took = () => Math.round(performance.now() - started);
  try {
    const source = await readPlanFile(file);
    const sourceHash = fingerprintOf(source.sourceHash, reader);
    if (known.get(source.planId) === sourceHash)
      return { report: { ...emptyReport(source), status: 'unchanged', milliseconds: took() } };
    const parsed = await parseSource(parser, source);
    const { rows, warnings } = await toPlanRows({ source, parsed, sourceHash, embedder, reader });
    const { format, sections, passages, tables, indicators } = rows.plan;
    const report = { ...emptyReport(source), format, sections, passages, tables, indicators, warnings };
    return { rows, report: { ...report, milliseconds: took() } };
  } catch (error) {
    if (!(error instanceof PlanbotError) || error.code !== 'plan_file_unreadable') throw error;
    const failed = { file, planId: '', format: '', sections: 0, passages: 0, tables: 0, indicators: 0 };
    return { report: { ...failed, status: 'failed', warnings: [messageOf(error)], milliseconds: took() } };
  }
}

/** The parser's reason, with the file that it is about. */
async function parseSource(parser: FileParser, { bytes, file }: SourceFile): Promise<ParsedFile> {
  return await parser.parse({ bytes, file }).catch((error: unknown) => {
    if (!(error instanceof PlanbotError)) throw error;
    throw new PlanbotError({ code: error.code, message: `${file}: ${error.message}`, cause: error });
  });
}

function emptyReport(source: SourceFile): FileReport {
  const counts = { sections: 0, passages: 0, tables: 0, indicators: 0 };
  return {
    file: source.file,
    planId: source.planId,
    status: 'read',
    format: '',
    ...counts,
    warnings: [],
    milliseconds: 0,
  };
}

/** One plan through every step: parse, structure, chunk, indicators, embed. */
async function toPlanRows({
  source,
  parsed: { format, document },
  sourceHash,
  embedder,
  reader,
}: {
  source: SourceFile;
  parsed: ParsedFile;
  sourceHash: string;
  embedder: Embedder;
  reader: IndicatorReader | undefined;
}): Promise<{ rows: PlanRows; warnings: string[] }> {
  const head = readPlanHead(document, source.planId);
  const sections = buildSections(document.blocks);
  const passages = cutPassages(source.planId, sections);
  const request = { planId: source.planId, head, sections, passages, warnings: document.warnings };
  const { indicators, secondPass } = reader
    ? await extractWithReader({ ...request, reader })
    : { indicators: extractIndicators(request) };
  if (secondPass) document.warnings.push(...reportSecondPass(secondPass));
  const indexed = passages.map((passage) => indexedText(head, passage));
  const vectors = await embedAll(
    embedder,
    indexed.map((one) => one.indexed),
  );
  const done = secondPass?.failure === undefined ? sourceHash : unfinished(sourceHash);
  const plan = planOf({ source, format, sourceHash: done, head, sections, document });
  return {
    warnings: checkReading(document, sections),
    rows: {
      plan: {
        ...plan,
        passages: passages.length,
        indicators: indicators.length,
        readAt: new Date().toISOString(),
      },
      passages: passages.map((passage, at) => ({
        passage,
        indexed: indexed[at]?.indexed ?? '',
        head: indexed[at]?.head ?? '',
        vector: vectors[at] ?? [],
      })),
      indicators,
      findings: auditPlan({
        planId: source.planId,
        head,
        sections,
        passages,
        indicators,
        contents: document.contents,
      }),
    },
  };
}

/** A vector short, or one of another length, would put passages beyond the reach of a search. */
async function embedAll(embedder: Embedder, texts: readonly string[]): Promise<number[][]> {
  const vectors = await embedder.embed(texts);
  if (vectors.length === texts.length && vectors.every((one) => one.length === embedder.dimensions))
    return vectors;
  throw new PlanbotError({
    code: 'model_service_failed',
    message: `The embedder ${embedder.id} gave ${vectors.length} vectors for ${texts.length} texts, or some not of ${embedder.dimensions} dimensions. Nothing was written; check PLANBOT_EMBEDDINGS and PLANBOT_EMBEDDING_MODEL.`,
  });
}

/** What is indexed: the plan's title, its period and the section path before the text itself. */
function indexedText(head: PlanHead, passage: Passage): { indexed: string; head: string } {
  const path = passage.sectionPath.join(' ');
  const period = head.periodStart === null ? '' : `${head.periodStart}-${head.periodEnd}`;
  return { head: path, indexed: [head.title, period, path, passage.text].join('\n') };
}

function planOf({
  source,
  format,
  sourceHash,
  head,
  sections,
  document,
}: {
  source: SourceFile;
  format: ParsedFile['format'];
  sourceHash: string;
  head: PlanHead;
  sections: readonly Section[];
  document: ParsedDocument;
}): Omit<PlanRows['plan'], 'passages' | 'indicators'> {
  return {
    ...head,
    planId: source.planId,
    format,
    sourceHash,
    sections: sections.filter((section) => section.kind !== 'preamble').length,
    tables: document.blocks.filter((block) => block.kind === 'table').length,
  };
}
