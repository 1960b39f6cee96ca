import type { Table } from '@lancedb/lancedb';
import { PlanbotError } from '../errors.js';
import type { Indicator, Passage, Plan } from '../records.js';
import { connectIndex } from './connect.js';
import { openPublished, publishedVersion } from './published.js';
import type { Finding } from './rows.js';
import { createSnapshot, type Snapshot } from './snapshot.js';

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
    const open = async () => {
      const found = await openPublished({ connection, uri, embedderId });
      return found && { ...found, snapshot: createSnapshot(found.table) };
    };
    const opened = await open();
    if (opened) return { ...storeOf(followPublished(opened, open)), close: () => connection.close() };
  } catch (error) {
    connection.close();
    throw error;
  }
  connection.close();
  return undefined;
}

/** The published version, with look-ups in it. */
interface Opened {
  table: Table;
  version: number;
  snapshot: Snapshot;
}

/** What was seen so lately is taken for what is published now: look-ups of one answer ask once. */
const freshMs = 50;

interface Published {
  /** As of now, or as of a moment ago. */
  recent(): Promise<Opened>;
  now(): Promise<Opened>;
}

/**
 * Gives the version that is published; a look-up under way keeps the one it began with. Look-ups that begin
 * together ask once.
 */
function followPublished(first: Opened, reopen: () => Promise<Opened | undefined>): Published {
  let opened = first;
  let seenAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<Opened> | undefined;
  const look = async () => {
    const asked = performance.now();
    const version = await publishedVersion(opened.table);
    if (version !== undefined && version !== opened.version) opened = (await reopen()) ?? opened;
    seenAt = asked;
    return opened;
  };
  const now = () => {
    asking ??= look().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  return { now, recent: async () => (performance.now() - seenAt < freshMs ? opened : now()) };
}

/** The error of a look-up without an index. */
export function missingIndex(uri: string): PlanbotError {
  return new PlanbotError({
    code: 'index_missing',
    message: `There is no index at ${uri}. Build it with "npm run ingest", or set PLANBOT_INDEX to where it is.`,
  });
}

function storeOf({ now, recent }: Published): Omit<Store, 'close'> {
  return {
    plans: async () => (await recent()).snapshot.plans(),
    indicators: async (planIds) => (await recent()).snapshot.indicators(planIds),
    findings: async (planIds) => (await recent()).snapshot.findings(planIds),
    passagesOf: async (planId) => (await recent()).snapshot.passagesOf(planId),
    passagesById: async (passageIds) => (await recent()).snapshot.passagesById(passageIds),
    searchWords: async (query) => (await recent()).snapshot.searchWords(query),
    searchVector: async (query) => (await recent()).snapshot.searchVector(query),
    version: async () => (await now()).version,
  };
}
