import type { Connection, Table } from '@lancedb/lancedb';
import { openTable, tableName } from './connect.js';
import { ensureIndices } from './indices.js';
import { publish, publishedVersion } from './published.js';
import { rowSchema } from './row-schema.js';
import type { IndexMeta, Row } from './rows.js';
import { toArrow } from './to-arrow.js';
import { metaRow } from './to-rows.js';
import { writtenBetween } from './written-between.js';

/** How long an old version stays for readers that look things up in it. */
const graceMs = 60 * 60 * 1000;
/** For an optimize that is to clean nothing away. */
const beginning = new Date(0);

/** Changes to an index that no reader sees before they are published, all at once. */
export interface Staging {
  remove(planIds: readonly string[]): Promise<void>;
  add(rows: readonly Row[]): Promise<void>;
  /** @throws PlanbotError `index_locked` where another process wrote in between; then nothing is published */
  publish(): Promise<void>;
}

/** Begins from what readers see now, or from nothing; what a broken-off run staged is left behind. */
export async function beginStaging({
  connection,
  uri,
  meta,
  fromNothing,
}: {
  connection: Connection;
  uri: string;
  meta: IndexMeta;
  fromNothing: boolean;
}): Promise<Staging> {
  const existing = await openTable(connection);
  const from = existing && !fromNothing ? await publishedVersion(existing) : undefined;
  const table = await startingTable({ connection, existing, from, meta });
  let last = await table.version();
  /** Nobody else can have written where our versions follow each other. */
  const step = (version: number) => {
    if (version !== last + 1) throw writtenBetween(uri);
    last = version;
  };
  const add = async (rows: readonly Row[]) => {
    if (rows.length > 0) step((await table.add(toArrow(rows, meta.dimensions))).version);
  };
  if (from === undefined) await add([metaRow(meta)]);
  return {
    add,
    remove: async (planIds) => {
      if (planIds.length > 0) step((await table.delete(`plan_id IN (${quoted(planIds)})`)).version);
    },
    publish: async () => {
      if ((await table.version()) !== last) throw writtenBetween(uri);
      await ensureIndices(table);
      // A new table's indices hold every row, its fragments are few, and it has no earlier versions.
      if (existing) await table.optimize({ cleanupOlderThan: beginning });
      await publish(table, await table.version());
      if (existing) await table.optimize({ cleanupOlderThan: new Date(Date.now() - graceMs) });
    },
  };
}

async function startingTable({
  connection,
  existing,
  from,
  meta,
}: {
  connection: Connection;
  existing: Table | undefined;
  from: number | undefined;
  meta: IndexMeta;
}): Promise<Table> {
  if (!existing || from === undefined)
    return connection.createEmptyTable(tableName, rowSchema(meta.dimensions), {
      mode: existing ? 'overwrite' : 'create',
      existOk: false,
    });
  if ((await existing.version()) !== from) {
    await existing.checkout(from);
    await existing.restore();
  }
  return existing;
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ');
}
