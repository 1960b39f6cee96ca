import { messageOf, PlanbotError } from '../src/errors.js';
import { createEmbeddedEmbedder } from '../src/models/embedded-embedder.js';
import type { Embedder } from '../src/models/embedder.js';
import type { IndicatorReader } from '../src/models/indicator-reader.js';
import type { Row } from '../src/store/rows.js';
import { createIndexWriter, type IndexWriter, type KnownPlan } from '../src/store/write-index.js';
import { type FileReport, fileReport } from './file-report.js';
import { fingerprintOf } from './fingerprint.js';
import { mapAhead } from './map-ahead.js';
import { findMissingFiles } from './missing-files.js';
import { listPlanFiles, planIdOf, readPlanFile, type SourceFile, sizeOfFiles } from './read.js';
import { type PlanReading, readParsed, withVectors } from './read-plan.js';
import { createWorkerPool, type WorkerPool } from './workers/create-worker-pool.js';

export interface IngestProgress {
  done: number;
  total: number;
  /** Passages of the files that are done. */
  passages: number;
  file: string;
}

export interface IngestRequest {
  /** Files and folders. */
  paths: readonly string[];
  index: string;
  embedder: Embedder;
  /** Reads the figures of every plan a second time. */
  reader?: IndicatorReader | undefined;
  /** Reads every file again, and makes an index anew that is of another layout or embedder. */
  force?: boolean;
  /** Takes the plans whose files are gone out of the index. */
  prune?: boolean;
  /** Whether to wait while another process writes to the index (the default), or to fail. */
  wait?: boolean;
  onProgress?: (progress: IngestProgress) => void;
  /** What a person should know while it runs: who is waited for, whose lock was taken over. */
  notify?: (message: string) => void;
}

/** Reads plan files into the index; the shape in which `src` is handed the pipeline. */
export type IngestFiles = (request: IngestRequest) => Promise<FileReport[]>;

/** In a run of no more than this, in bytes, texts are read without a worker. */
const smallRun = 1024 * 1024;
const ownEmbedder = createEmbeddedEmbedder().id;

/**
 * Reads files and folders of plans into the index. What has not changed since the last run is left alone;
 * a file that cannot be read is reported, and the others go on; a plan whose file is gone is reported. Readers
 * see everything that changed at once, or nothing of it.
 */
export const ingestFiles: IngestFiles = async (request) => {
  const { paths, index, embedder, force = false, wait = true, notify = () => {} } = request;
  const files = await listPlanFiles(paths);
  const { id: embedderId, dimensions } = embedder;
  const writer = await createIndexWriter({ uri: index, embedderId, dimensions, force, wait, notify });
  const pool = createWorkerPool({ isSmall: (await sizeOfFiles(files)) <= smallRun });
  try {
    const reports = await readAll({ files, writer, pool, request });
    reports.push(...(await reportMissing({ files, writer, request, reports })));
    await writer.publish();
    return reports;
  } finally {
    await writer.close();
    await pool.close();
  }
};

async function readAll({
  files,
  writer,
  pool,
  request: { embedder, reader, force = false, onProgress },
}: {
  files: readonly string[];
  writer: IndexWriter;
  pool: WorkerPool;
  request: IngestRequest;
}): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  let passages = 0;
  const progress = (file: string) =>
    onProgress?.({ done: reports.length, total: files.length, passages, file });
  progress(files[0] ?? '');
  const known = force ? new Map<string, KnownPlan>() : writer.known;
  const read = (file: string) => readOne({ file, known, embedder, reader, pool });
  for await (const { report, rows } of mapAhead(files, read, pool.atOnce * 2)) {
    if (rows) await writer.replace(report.planId, rows);
    reports.push(report);
    passages += report.passages;
    progress(files[reports.length] ?? '');
  }
  return reports;
}

async function readOne({
  file,
  known,
  embedder,
  reader,
  pool,
}: {
  file: string;
  known: ReadonlyMap<string, KnownPlan>;
  embedder: Embedder;
  reader: IndicatorReader | undefined;
  pool: WorkerPool;
}): Promise<{ report: FileReport; rows?: Row[] }> {
  let started = performance.now();
  const planId = planIdOf(file);
  const onStart = () => {
    started = performance.now();
  };
  const took = () => Math.round(performance.now() - started);
  try {
    const source = await readPlanFile(file);
    const sourceHash = fingerprintOf(source.sourceHash, reader);
    const before = known.get(planId);
    if (before?.sourceHash === sourceHash && before.file === file)
      return { report: fileReport({ file, planId, status: 'unchanged', milliseconds: took() }) };
    const reading = await readSource({ source, sourceHash, embedder, reader, pool, onStart });
    const rows = await embedRows(embedder, reading);
    return { rows, report: fileReport({ file, planId, status: 'read', reading, milliseconds: took() }) };
  } catch (error) {
    if (!(error instanceof PlanbotError) || error.code !== 'plan_file_unreadable') throw error;
    const warnings = [messageOf(error)];
    return { report: fileReport({ file, planId, status: 'failed', warnings, milliseconds: took() }) };
  }
}

/** Reads in a worker; what a model reads a second time is waited for here. Names the file in what goes wrong. */
async function readSource({
  source: { planId, file, bytes },
  sourceHash,
  embedder,
  reader,
  pool,
  onStart,
}: {
  source: SourceFile;
  sourceHash: string;
  embedder: Embedder;
  reader: IndicatorReader | undefined;
  pool: WorkerPool;
  onStart: () => void;
}): Promise<PlanReading> {
  const request = { planId, file, bytes, sourceHash, embedHere: embedder.id === ownEmbedder };
  try {
    if (!reader) return await pool.run('read', request, onStart);
    return await readParsed(request, await pool.run('parse', { bytes, file }, onStart), reader);
  } catch (error) {
    if (!(error instanceof PlanbotError) || error.code !== 'plan_file_unreadable') throw error;
    throw new PlanbotError({ code: error.code, message: `${file}: ${error.message}`, cause: error });
  }
}

/** A vector short, or one of another length, would put passages beyond the reach of a search. */
async function embedRows(embedder: Embedder, { rows, texts }: PlanReading): Promise<Row[]> {
  if (texts.length === 0) return rows;
  const vectors = await embedder.embed(texts);
  if (vectors.length === texts.length && vectors.every((one) => one.length === embedder.dimensions))
    return withVectors(rows, vectors);
  throw new PlanbotError({
    code: 'model_service_failed',
    message: `The embedder ${embedder.id} gave ${vectors.length} vectors for ${texts.length} texts, or some not of ${embedder.dimensions} dimensions. Nothing was written; check PLANBOT_EMBEDDINGS and PLANBOT_EMBEDDING_MODEL.`,
  });
}

/** Names the plans whose files are gone, and those that an index made anew no longer has. */
async function reportMissing({
  files,
  writer,
  request: { paths, prune = false },
  reports,
}: {
  files: readonly string[];
  writer: IndexWriter;
  request: IngestRequest;
  reports: readonly FileReport[];
}): Promise<FileReport[]> {
  if (writer.isAnew) return reportLost(writer.known, reports);
  const present = new Set(files.map(planIdOf));
  const missing = await findMissingFiles({ known: writer.known, present, paths });
  if (prune) await writer.remove(missing.map(({ planId }) => planId));
  const way = prune ? 'removed from the index' : 'still in the index; --prune takes it out';
  const warnings = [`its file is gone; ${way}`];
  return missing.map((one) => fileReport({ ...one, status: prune ? 'removed' : 'missing', warnings }));
}

function reportLost(known: ReadonlyMap<string, KnownPlan>, reports: readonly FileReport[]): FileReport[] {
  const read = new Set(reports.filter(({ status }) => status === 'read').map(({ planId }) => planId));
  const warnings = ['not in the index that was made anew: its file was not read'];
  return [...known]
    .filter(([planId]) => !read.has(planId))
    .map(([planId, { file }]) => fileReport({ planId, file, status: 'removed', warnings }));
}
