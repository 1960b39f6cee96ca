import type { Connection, Table } from '@lancedb/lancedb';
import { checkMeta, openTable, readMeta } from './connect.js';
import { schemaVersion } from './rows.js';

/** The tag of the version that readers see. A run stages as many versions as it likes, and then moves it. */
const tag = 'published';

/** The version that readers see, or undefined when no run has finished yet. */
export async function publishedVersion(table: Table): Promise<number | undefined> {
  const tags = await table.tags();
  // Asking for a tag that is not there fails like any other error; the list tells.
  return await tags.getVersion(tag).catch(async (error: unknown) => {
    if (tag in (await tags.list())) throw error;
    return undefined;
  });
}

/** Shows readers this version from now on: one small file is replaced. */
export async function publish(table: Table, version: number): Promise<void> {
  const tags = await table.tags();
  if ((await publishedVersion(table)) === undefined) await tags.create(tag, version);
  else await tags.update(tag, version);
}

/**
 * The version that readers see, opened, with what it says of itself; undefined when no run has finished yet.
 * @throws PlanbotError `index_incompatible`
 */
export async function openPublished({
  connection,
  uri,
  embedderId,
}: {
  connection: Connection;
  uri: string;
  embedderId: string;
}): Promise<{ table: Table; version: number } | undefined> {
  const table = await openTable(connection);
  if (!table) return undefined;
  const version = await publishedVersion(table);
  if (version === undefined) {
    await refuseEarlierLayout(table, embedderId, uri);
    return undefined;
  }
  await table.checkout(version);
  const meta = await readMeta(table);
  if (!meta) return undefined;
  checkMeta({ meta, embedderId, uri });
  return { table, version };
}

/** Earlier layouts had no tag; one of ours without it is a first build that broke off. */
async function refuseEarlierLayout(table: Table, embedderId: string, uri: string): Promise<void> {
  const meta = await readMeta(table);
  if (meta && meta.schemaVersion < schemaVersion) checkMeta({ meta, embedderId, uri });
}
