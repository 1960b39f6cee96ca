import { MatchQuery, type Query, type Table, type VectorQuery } from '@lancedb/lancedb';
import { type Kept, keepRecent } from '../keep-recent.js';
import { Indicator, Passage, Plan } from '../records.js';
import type { Hit, Store } from './open-store.js';
import { Finding } from './rows.js';

/** Up to so many plans are searched vector by vector. */
const fewPlans = 20;
/** Passages that are kept in memory, some 2.5 kB each, and plans whose passages are kept in order. */
const passagesKept = 10_000;
const plansKept = 8;

/** Look-ups in one version of the index. */
export type Snapshot = Omit<Store, 'version' | 'close'>;

/**
 * Looks things up in a table that stands at one version. Its rows never change, so what was read once is kept
 * within bounds: searches bring row ids and scores, and only passages not seen before are read.
 */
export function createSnapshot(table: Table): Snapshot {
  const select = async (where: string) => {
    // Column by column: a row object for each of a hundred thousand rows takes seconds.
    const columns = await table.query().where(where).select(['json', 'position']).toArrow();
    const positions = [...(columns.getChild('position') ?? [])];
    const texts: unknown[] = [...(columns.getChild('json') ?? [])];
    return texts
      .map((text, at) => ({ position: Number(positions[at]), json: JSON.parse(String(text)) as unknown }))
      .sort((a, b) => a.position - b.position)
      .map((row) => row.json);
  };
  const plans = once(async () => (await select("kind = 'plan'")).map((json) => Plan.parse(json)));
  const findings = once(async () => (await select("kind = 'finding'")).map((json) => Finding.parse(json)));
  const planIdsThere = once(async () => {
    const rows = await table.query().where("kind = 'plan'").select(['plan_id']).toArray();
    return rows.map((row) => String(row.plan_id));
  });
  const passages = keepPassages(table);
  const inOrder = keepRecent<string, Promise<Passage[]>>(plansKept);
  const narrowed = async <Search extends Query | VectorQuery>(search: Search, planIds: readonly string[]) =>
    isWhole(await planIdsThere(), planIds) ? search : search.where(isOfPlans(planIds));
  return {
    plans,
    findings: async (planIds) => {
      const wanted = new Set(planIds);
      return (await findings()).filter(({ planId }) => wanted.has(planId));
    },
    indicators: async (planIds) =>
      (await select(within('indicator', planIds))).map((json) => Indicator.parse(json)),
    passagesOf: (planId) => {
      const found = inOrder.get(planId) ?? readInOrder(select, planId);
      found.catch(() => inOrder.delete(planId));
      inOrder.set(planId, found);
      return found;
    },
    passagesById: passages.byId,
    searchWords: async ({ column, words, planIds, limit }) => {
      if (words.length === 0 || planIds.length === 0) return [];
      const search = table.query().fullTextSearch(new MatchQuery(words.join(' '), column));
      const found = await (await narrowed(search, planIds))
        .withRowId()
        .select(['_score'])
        .limit(limit)
        .toArray();
      return passages.hits(found.map((row) => ({ rowId: BigInt(row._rowid), score: Number(row._score) })));
    },
    searchVector: async ({ vector, planIds, limit }) => {
      if (planIds.length === 0) return [];
      const search = table
        .query()
        .nearestTo([...vector])
        .distanceType('dot');
      // What an index leaves out matters where few passages are meant, and those are soon gone through.
      if (planIds.length <= fewPlans) search.bypassVectorIndex();
      const found = await (await narrowed(search, planIds))
        .withRowId()
        .select(['_distance'])
        .limit(limit)
        .toArray();
      return passages.hits(
        found.map((row) => ({ rowId: BigInt(row._rowid), score: 1 - Number(row._distance) })),
      );
    },
  };
}

/** Only passages have words and vectors: with every plan in sight nothing has to be left out. */
function isWhole(there: readonly string[], planIds: readonly string[]): boolean {
  const wanted = new Set(planIds);
  return there.every((planId) => wanted.has(planId));
}

async function readInOrder(
  select: (where: string) => Promise<unknown[]>,
  planId: string,
): Promise<Passage[]> {
  return (await select(within('passage', [planId]))).map((json) => Passage.parse(json));
}

function keepPassages(table: Table) {
  const byRow: Kept<bigint, Passage> = keepRecent(passagesKept);
  const byId: Kept<string, Passage> = keepRecent(passagesKept);
  return {
    byId: async (passageIds: readonly string[]): Promise<Passage[]> => {
      const wanted = [...new Set(passageIds)];
      const missing = wanted.filter((id) => byId.get(id) === undefined);
      const read = missing.length === 0 ? [] : await readById(table, missing);
      const known = new Map(read.map((passage) => [passage.passageId, passage]));
      for (const [id, passage] of known) byId.set(id, passage);
      return wanted.flatMap((id) => known.get(id) ?? byId.get(id) ?? []).sort((a, b) => a.order - b.order);
    },
    hits: async (found: readonly { rowId: bigint; score: number }[]): Promise<Hit[]> => {
      const missing = found.map(({ rowId }) => rowId).filter((rowId) => byRow.get(rowId) === undefined);
      const known = missing.length === 0 ? new Map<bigint, Passage>() : await readRows(table, missing);
      for (const [rowId, passage] of known) {
        byRow.set(rowId, passage);
        byId.set(passage.passageId, passage);
      }
      return found.flatMap(({ rowId, score }) => {
        const passage = known.get(rowId) ?? byRow.get(rowId);
        return passage ? [{ passage, score }] : [];
      });
    },
  };
}

async function readById(table: Table, ids: readonly string[]): Promise<Passage[]> {
  const where = `id IN (${quoted(ids.map((id) => `passage:${id}`))})`;
  const rows = await table.query().where(where).select(['json']).toArray();
  return rows.map((row) => Passage.parse(JSON.parse(String(row.json))));
}

async function readRows(table: Table, rowIds: readonly bigint[]): Promise<Map<bigint, Passage>> {
  const rows = await table.takeRowIds(rowIds).select(['json']).withRowId().toArray();
  return new Map(
    rows.map((row) => [BigInt(row._rowid), Passage.parse(JSON.parse(String(row.json)))] as const),
  );
}

/** Reads when first asked, and again only where that failed. */
function once<Result>(read: () => Promise<Result>): () => Promise<Result> {
  let reading: Promise<Result> | undefined;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}

function within(kind: string, planIds: readonly string[]): string {
  return planIds.length === 0 ? 'false' : `kind = '${kind}' AND ${isOfPlans(planIds)}`;
}

function isOfPlans(planIds: readonly string[]): string {
  return `plan_id IN (${quoted(planIds)})`;
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ');
}
