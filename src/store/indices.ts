import { Index, type Table } from '@lancedb/lancedb';

/** From so many rows on, looking at each costs more than an index: about 100 plans. */
const manyRows = 20_000;
const rowsPerPartition = 512;
/** More rounds, or a larger sample, move the partitions' centres hardly any more. */
const training = { maxIterations: 10, sampleRate: 64 };

/** Makes the indices that are missing; those that are there take new rows in when the table is optimized. */
export async function ensureIndices(table: Table): Promise<void> {
  const existing = new Set((await table.listIndices()).flatMap((index) => index.columns));
  for (const column of ['words', 'head_words'])
    if (!existing.has(column)) await table.createIndex(column, { config: textIndex() });
  if ((await table.countRows()) < manyRows) return;
  for (const column of ['id', 'plan_id'])
    if (!existing.has(column)) await table.createIndex(column, { config: Index.btree() });
  if (!existing.has('kind')) await table.createIndex('kind', { config: Index.bitmap() });
  if (!existing.has('vector')) await indexVectors(table);
}

/** A configuration can be used only once. */
function textIndex(): Index {
  return Index.fts({
    baseTokenizer: 'whitespace',
    withPosition: false,
    lowercase: false,
    stem: false,
    removeStopWords: false,
    asciiFolding: false,
  });
}

/** Whole vectors in partitions: a search looks through those that are near. */
async function indexVectors(table: Table): Promise<void> {
  const passages = await table.countRows("kind = 'passage'");
  const numPartitions = Math.max(1, Math.round(passages / rowsPerPartition));
  const config = Index.ivfFlat({ distanceType: 'dot', numPartitions, ...training });
  await table.createIndex('vector', { config });
}
