import { MatchQuery, type Table } from '@lancedb/lancedb';
import { PlanbotError } from '../errors.js';
import { Indicator, Passage, Plan } from '../records.js';
import { connectIndex } from './connect.js';
import { openPublished, publishedVersion } from './published.js';
import { Finding } from './rows.js';

/** Up to so many plans are searched vector by vector. */
const fewPlans = 20;

/** A passage with the score of the search that found it. */
export interface Hit {
  passage: Passage;
  score: number;
}

/** Reads the index. Every look-up takes the ids of the plans that the asker may see. */
export interface Store {
  plans(): Promise<Plan[]>;
  indicators(planIds: readonly string[]): Promise<Indicator[]>;
  findings(planIds: readonly string[]): Promise<Finding[]>;
  passagesOf(planId: string): Promise<Passage[]>;
  passagesById(passageIds: readonly string[]): Promise<Passage[]>;
  /** Full-text search (BM25) over a column of cut words. */
  searchWords(query: {
    column: 'words' | 'head_words';
    words: readonly string[];
    planIds: readonly string[];
    limit: number;
  }): Promise<Hit[]>;
  searchVector(query: {
    vector: readonly number[];
    planIds: readonly string[];
    limit: number;
  }): Promise<Hit[]>;
  /** Changes whenever the index does. */
  version(): Promise<number>;
  close(): void;
}

/**
 * Opens an index for reading; undefined when it has not been built yet.
 * @throws PlanbotError `index_incompatible`
 */
export async function openStore({
  uri,
  embedderId,
}: {
  uri: string;
  embedderId: string;
}): Promise<Store | undefined> {
  const connection = await connectIndex(uri);
  try {
    const opened = await openPublished({ connection, uri, embedderId });
    if (opened) {
      const reopen = () => openPublished({ connection, uri, embedderId });
      return { ...storeOf(followPublished(opened, reopen)), close: () => connection.close() };
    }
  } catch (error) {
    connection.close();
    throw error;
  }
  connection.close();
  return undefined;
}

/** Plans whose passages are kept in memory, as of one version. */
const plansKept = 8;

type Opened = { table: Table; version: number };

/**
 * Gives the table as of the version that is published now; a look-up under way keeps the one it began with.
 * Look-ups that begin together ask once.
 */
function followPublished(first: Opened, reopen: () => Promise<Opened | undefined>): () => Promise<Opened> {
  let opened = first;
  let asking: Promise<Opened> | undefined;
  const look = async () => {
    const version = await publishedVersion(opened.table);
    if (version !== undefined && version !== opened.version) opened = (await reopen()) ?? opened;
    return opened;
  };
  return () => {
    asking ??= look().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}

/** The error of a look-up without an index. */
export function missingIndex(uri: string): PlanbotError {
  return new PlanbotError({
    code: 'index_missing',
    message: `There is no index at ${uri}. Build it with "npm run ingest", or set PLANBOT_INDEX to where it is.`,
  });
}

function storeOf(current: () => Promise<Opened>): Omit<Store, 'close'> {
  const kept = keepPassages();
  const select = async (where: string) => {
    const { table } = await current();
    const rows = await table.query().where(where).select(['json', 'position']).toArray();
    return rows
      .map((row) => ({ position: Number(row.position), json: JSON.parse(String(row.json)) as unknown }))
      .sort((a, b) => a.position - b.position)
      .map((row) => row.json);
  };
  return {
    plans: async () => (await select("kind = 'plan'")).map((json) => Plan.parse(json)),
    indicators: async (planIds) =>
      (await select(within('indicator', planIds))).map((json) => Indicator.parse(json)),
    findings: async (planIds) =>
      (await select(within('finding', planIds))).map((json) => Finding.parse(json)),
    passagesOf: async (planId) =>
      kept((await current()).version, planId, async () =>
        (await select(within('passage', [planId]))).map((json) => Passage.parse(json)),
      ),
    passagesById: async (passageIds) => {
      if (passageIds.length === 0) return [];
      return (await select(`id IN (${quoted(passageIds.map((id) => `passage:${id}`))})`)).map((json) =>
        Passage.parse(json),
      );
    },
    searchWords: async ({ column, words, planIds, limit }) => {
      if (words.length === 0 || planIds.length === 0) return [];
      const { table } = await current();
      const query = table.query().fullTextSearch(new MatchQuery(words.join(' '), column));
      const rows = await query
        .where(within('passage', planIds))
        .select(['json', '_score'])
        .limit(limit)
        .toArray();
      return rows.map((row) => ({
        passage: Passage.parse(JSON.parse(String(row.json))),
        score: Number(row._score),
      }));
    },
    searchVector: async ({ vector, planIds, limit }) => {
      if (planIds.length === 0) return [];
      const { table } = await current();
      const query = table
        .query()
        .nearestTo([...vector])
        .distanceType('dot');
      // What an index leaves out matters where few passages are meant, and those are soon gone through.
      if (planIds.length <= fewPlans) query.bypassVectorIndex();
      const rows = await query
        .where(within('passage', planIds))
        .select(['json', '_distance'])
        .limit(limit)
        .toArray();
      return rows.map((row) => ({
        passage: Passage.parse(JSON.parse(String(row.json))),
        score: 1 - Number(row._distance),
      }));
    },
    version: async () => (await current()).version,
  };
}

/** Keeps the passages of the plans read last; all of them go when the index changes. */
function keepPassages() {
  const byPlan = new Map<string, Promise<Passage[]>>();
  let keptVersion = 0;
  return (version: number, planId: string, read: () => Promise<Passage[]>): Promise<Passage[]> => {
    if (version !== keptVersion) byPlan.clear();
    keptVersion = version;
    const found = byPlan.get(planId) ?? read();
    byPlan.delete(planId);
    byPlan.set(planId, found);
    found.catch(() => byPlan.delete(planId));
    for (const oldest of [...byPlan.keys()].slice(0, Math.max(0, byPlan.size - plansKept)))
      byPlan.delete(oldest);
    return found;
  };
}

function within(kind: string, planIds: readonly string[]): string {
  return planIds.length === 0 ? 'false' : `kind = '${kind}' AND plan_id IN (${quoted(planIds)})`;
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ');
}
