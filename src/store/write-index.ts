import type { Connection, Table } from '@lancedb/lancedb';
import { z } from 'zod';
import { PlanbotError } from '../errors.js';
import { connectIndex, ensureWritable, openTable } from './connect.js';
import { folderOf } from './index-location.js';
import { type Lock, takeLock } from './lock.js';
import { openPublished, publishedVersion } from './published.js';
import { type IndexMeta, type Row, type StoredPlan, schemaVersion } from './rows.js';
import { beginStaging, type Staging } from './staging.js';
import { writtenBetween } from './written-between.js';

/** What the index knows of a plan's file. */
export type KnownPlan = Pick<StoredPlan, 'sourceHash' | 'file'>;

/** Earlier layouts did not say which file a plan was read from. */
const PlanFile = z.object({ planId: z.string(), sourceHash: z.string(), file: z.string().default('') });

/** Rows that are gathered before they are handed to LanceDB, which makes a fragment of each handful. */
const rowsAtOnce = 4_000;

export interface IndexWriter {
  /** The plans in the index, by id. */
  readonly known: ReadonlyMap<string, KnownPlan>;
  /** True where the new index begins from nothing, so that only what is read is in it. */
  readonly isAnew: boolean;
  /** Takes a plan's rows in place of those that it has; readers see nothing of it yet. */
  replace(planId: string, rows: readonly Row[]): Promise<void>;
  remove(planIds: readonly string[]): Promise<void>;
  /** Shows readers everything at once; does nothing where nothing changed. */
  publish(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens an index for writing, which one process at a time can; the others wait.
 * @throws PlanbotError `index_unwritable`, `index_incompatible`, `index_locked`
 */
export async function createIndexWriter({
  uri,
  embedderId,
  dimensions,
  force = false,
  wait = true,
  notify = () => {},
}: {
  uri: string;
  embedderId: string;
  dimensions: number;
  /** Makes an index anew that another version or embedder made; readers keep the old one until then. */
  force?: boolean;
  /** Whether to wait for another process, or to fail. */
  wait?: boolean;
  notify?: (message: string) => void;
}): Promise<IndexWriter> {
  await ensureWritable(uri);
  const folder = folderOf(uri);
  const lock = folder === undefined ? undefined : await takeLock({ folder, wait, notify });
  const connection = await connectIndex(uri);
  try {
    const found = await readKnown({ connection, uri, embedderId, force });
    const meta = { schemaVersion, embedderId, dimensions };
    return writerOf({ connection, lock, uri, meta, ...found });
  } catch (error) {
    connection.close();
    await lock?.release();
    throw error;
  }
}

function writerOf({
  connection,
  lock,
  uri,
  meta,
  known,
  isAnew,
}: {
  connection: Connection;
  lock: Lock | undefined;
  uri: string;
  meta: IndexMeta;
  known: ReadonlyMap<string, KnownPlan>;
  isAnew: boolean;
}): IndexWriter {
  let staging: Promise<Staging> | undefined;
  const staged = () => {
    staging ??= beginStaging({ connection, uri, meta, fromNothing: isAnew });
    return staging;
  };
  let waiting: Row[] = [];
  let outdated: string[] = [];
  let writing: Promise<void> = Promise.resolve();
  /** Waits for the handful before; the one that it begins is waited for by the next. */
  const flush = async () => {
    const rows = waiting;
    const planIds = outdated;
    waiting = [];
    outdated = [];
    await writing;
    writing = staged().then(async (staging) => {
      await staging.remove(planIds);
      await staging.add(rows);
    });
    // Whoever waits for it hears of a failure; until then nobody does, and that is no fault.
    writing.catch(() => undefined);
  };
  return {
    known,
    isAnew,
    replace: async (planId, rows) => {
      if (known.has(planId)) outdated.push(planId);
      for (const row of rows) waiting.push(row);
      if (waiting.length >= rowsAtOnce) await flush();
    },
    remove: async (planIds) => {
      outdated.push(...planIds);
    },
    publish: async () => {
      if (waiting.length > 0 || outdated.length > 0) await flush();
      await writing;
      if (!staging) return;
      if (lock && !(await lock.isOurs())) throw writtenBetween(uri);
      await (await staging).publish();
    },
    close: async () => {
      await writing.catch(() => undefined);
      connection.close();
      await lock?.release();
    },
  };
}

async function readKnown({
  connection,
  uri,
  embedderId,
  force,
}: {
  connection: Connection;
  uri: string;
  embedderId: string;
  force: boolean;
}): Promise<{ known: Map<string, KnownPlan>; isAnew: boolean }> {
  try {
    const opened = await openPublished({ connection, uri, embedderId });
    return { known: opened ? await plansIn(opened.table) : new Map(), isAnew: false };
  } catch (error) {
    const isOther = error instanceof PlanbotError && error.code === 'index_incompatible';
    const table = force && isOther ? await openTable(connection) : undefined;
    if (!table) throw error;
    const version = await publishedVersion(table);
    if (version !== undefined) await table.checkout(version);
    return { known: await plansIn(table), isAnew: true };
  }
}

async function plansIn(table: Table): Promise<Map<string, KnownPlan>> {
  const rows = await table.query().where("kind = 'plan'").select(['json']).toArray();
  return new Map(
    rows.map((row) => {
      const { planId, sourceHash, file } = PlanFile.parse(JSON.parse(String(row.json)));
      return [planId, { sourceHash, file }];
    }),
  );
}
