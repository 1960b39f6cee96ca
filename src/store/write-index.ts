import { type Connection, Index, type Table } from '@lancedb/lancedb';
import pRetry from 'p-retry';
import { z } from 'zod';
import { checkMeta, connectIndex, ensureWritable, openTable, readMeta, tableName } from './connect.js';
import { type IndexMeta, type PlanRows, type Row, rowSchema, schemaVersion } from './rows.js';
import { metaRow, toRows } from './to-rows.js';

/** How long an old version stays for readers that pinned it. */
const graceMs = 60 * 60 * 1000;
const PlanHash = z.object({ planId: z.string(), sourceHash: z.string() });

export interface IndexWriter {
  /** Source hashes of the plans in the index, by plan id. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Replaces the rows of these plans, all at once; other plans' rows stay as they are. */
  write(plans: readonly PlanRows[]): Promise<void>;
  close(): void;
}

/**
 * Opens an index for writing.
 * @throws PlanbotError `index_unwritable`, `index_incompatible`
 */
export async function createIndexWriter({
  uri,
  embedderId,
  dimensions,
}: {
  uri: string;
  embedderId: string;
  dimensions: number;
}): Promise<IndexWriter> {
  await ensureWritable(uri);
  const connection = await connectIndex(uri);
  const table = await openTable(connection);
  const meta = table && (await readMeta(table));
  if (meta) checkMeta({ meta, embedderId, uri });
  const hashes = table && meta ? await readHashes(table) : new Map<string, string>();
  const own = { schemaVersion, embedderId, dimensions };
  return {
    hashes,
    write: (plans) =>
      pRetry(() => writeOnce({ connection, uri, meta: own, plans }), {
        retries: 8,
        minTimeout: 50,
        shouldRetry: ({ error }) => isConflict(error),
      }),
    close: () => connection.close(),
  };
}

/** Another process wrote at the same time: what it wrote stays, and ours is tried again on top. */
function isConflict(error: Error): boolean {
  return /commit conflict|concurrent|already exists/i.test(error.message);
}

async function writeOnce({
  connection,
  uri,
  meta,
  plans,
}: {
  connection: Connection;
  uri: string;
  meta: IndexMeta;
  plans: readonly PlanRows[];
}): Promise<void> {
  const table = await tableFor({ connection, uri, meta });
  await ensureTextIndex(table);
  const rows = plans.flatMap((plan) => toRows(plan, meta.dimensions));
  await mergeRows({ table, rows: [metaRow(meta), ...rows], plans });
  await table.optimize({ cleanupOlderThan: new Date(Date.now() - graceMs) });
}

/** The table to write to; one that a broken-off first build left with vectors of another length is replaced. */
async function tableFor({
  connection,
  uri,
  meta,
}: {
  connection: Connection;
  uri: string;
  meta: IndexMeta;
}): Promise<Table> {
  const schema = rowSchema(meta.dimensions);
  const table = await openTable(connection);
  if (!table) return connection.createEmptyTable(tableName, schema, { existOk: true });
  const known = await readMeta(table);
  if (known) checkMeta({ meta: known, embedderId: meta.embedderId, uri });
  const vectorType = (await table.schema()).fields.find((field) => field.name === 'vector')?.type.toString();
  const isOurs = schema.fields.some(
    (field) => field.name === 'vector' && field.type.toString() === vectorType,
  );
  return known || isOurs ? table : connection.createEmptyTable(tableName, schema, { mode: 'overwrite' });
}

async function readHashes(table: Table): Promise<Map<string, string>> {
  const rows = await table.query().where("kind = 'plan'").select(['json']).toArray();
  return new Map(
    rows.map((row) => {
      const plan = PlanHash.parse(JSON.parse(String(row.json)));
      return [plan.planId, plan.sourceHash];
    }),
  );
}

/** One merge is one version: readers see every row of the run, or none. */
async function mergeRows({ table, rows, plans }: { table: Table; rows: Row[]; plans: readonly PlanRows[] }) {
  const ids = plans.map(({ plan }) => `'${plan.planId.replaceAll("'", "''")}'`);
  await table
    .mergeInsert('id')
    .whenMatchedUpdateAll()
    .whenNotMatchedInsertAll()
    .whenNotMatchedBySourceDelete({ where: `plan_id IN (${ids.join(', ')})` })
    .execute(rows);
}

async function ensureTextIndex(table: Table): Promise<void> {
  const existing = new Set((await table.listIndices()).flatMap((index) => index.columns));
  // A configuration can be used only once.
  const config = () =>
    Index.fts({
      baseTokenizer: 'whitespace',
      withPosition: false,
      lowercase: false,
      stem: false,
      removeStopWords: false,
      asciiFolding: false,
    });
  for (const column of ['words', 'head_words']) {
    if (!existing.has(column)) await table.createIndex(column, { config: config() });
  }
}
