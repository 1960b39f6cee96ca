import { access, constants, mkdir } from 'node:fs/promises';
import { type Connection, connect, type Table } from '@lancedb/lancedb';
import { messageOf, PlanbotError } from '../errors.js';
import { folderOf } from './index-location.js';
import { IndexMeta, schemaVersion } from './rows.js';

export const tableName = 'planbot';

/**
 * Connects to an index folder (or object storage).
 * @throws PlanbotError `index_unwritable` where there can be no such folder
 */
export async function connectIndex(uri: string): Promise<Connection> {
  try {
    return await connect(uri, { readConsistencyInterval: 0 });
  } catch (error) {
    throw unwritable(uri, error);
  }
}

/**
 * Makes sure that an index folder can be written; object storage shows it with the first write.
 * @throws PlanbotError `index_unwritable`
 */
export async function ensureWritable(uri: string): Promise<void> {
  const folder = folderOf(uri);
  if (folder === undefined) return;
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw unwritable(uri, error);
  }
}

function unwritable(uri: string, cause: unknown): PlanbotError {
  return new PlanbotError({
    code: 'index_unwritable',
    message: `The index folder cannot be used: ${uri} (${messageOf(cause)}). Give planbot the right to write there, or set PLANBOT_INDEX to another folder.`,
    cause,
  });
}

/** The table with everything that was ever staged, or undefined when there is none. */
export async function openTable(connection: Connection): Promise<Table | undefined> {
  const names = await connection.tableNames();
  if (!names.includes(tableName)) return undefined;
  try {
    return await connection.openTable(tableName);
  } catch (error) {
    // A first build that was killed leaves a folder in which no version was ever completed.
    if (/not found: \S*_versions/i.test(messageOf(error))) return undefined;
    throw error;
  }
}

/** What the index says of itself, or undefined when its first build did not finish. */
export async function readMeta(table: Table): Promise<IndexMeta | undefined> {
  const rows = await table.query().where("kind = 'meta'").select(['json']).limit(1).toArray();
  const json: unknown = rows[0]?.json;
  return typeof json === 'string' ? IndexMeta.parse(JSON.parse(json)) : undefined;
}

/**
 * Refuses an index that this version, or this embedder, did not make.
 * @throws PlanbotError `index_incompatible`
 */
export function checkMeta({
  meta,
  embedderId,
  uri,
}: {
  meta: IndexMeta;
  embedderId: string;
  uri: string;
}): void {
  const rebuild =
    'Rebuild it from your plans with "npm run ingest -- --force", or set PLANBOT_INDEX to another place.';
  if (meta.schemaVersion !== schemaVersion)
    throw new PlanbotError({
      code: 'index_incompatible',
      message: `The index at ${uri} was made by another version of planbot (layout ${meta.schemaVersion}, this one reads ${schemaVersion}). ${rebuild}`,
    });
  if (meta.embedderId !== embedderId)
    throw new PlanbotError({
      code: 'index_incompatible',
      message: `The index at ${uri} was made with the embedder ${meta.embedderId}, and ${embedderId} is set now (PLANBOT_EMBEDDINGS). ${rebuild}`,
    });
}
