import { Redis } from 'ioredis';
import { z } from 'zod';
import { messageOf, PlanbotError } from '../../errors.js';
import { belongsTo } from './person-key.js';
import type { KeptRecord, Records, State } from './state.js';

const recordSchema = z.object({
  id: z.string(),
  value: z.unknown(),
  person: z.string().optional(),
  storedAt: z.number(),
});

const prefix = 'planbot:';
const scanCount = 500;
const connectLimitMs = 10_000;
const commandLimitMs = 5_000;

/**
 * State in Redis, for several replicas: a claim is one SET NX PX, and what is over goes by itself.
 * @throws PlanbotError `state_unavailable` when Redis is not to be reached.
 */
export async function createRedisState({
  url,
  onError,
  now = Date.now,
}: {
  url: string;
  /** Called when the connection fails later; ioredis connects again by itself. */
  onError: (error: unknown) => void;
  now?: () => number;
}): Promise<State> {
  const redis = await connect(url, onError);
  const keysOf = async (pattern: string): Promise<string[]> => {
    const keys = new Set<string>();
    for await (const found of redis.scanStream({ match: pattern, count: scanCount })) {
      for (const key of z.array(z.string()).parse(found)) keys.add(key);
    }
    return [...keys];
  };
  const read = async (key: string): Promise<KeptRecord | undefined> => {
    const text = await redis.get(key);
    return text === null ? undefined : recordSchema.parse(JSON.parse(text));
  };
  return {
    claim: async (key, ttlMs) => (await redis.set(`${prefix}claim:${key}`, '1', 'PX', ttlMs, 'NX')) === 'OK',
    records: (name) => createRecords({ redis, folder: `${prefix}record:${name}:`, keysOf, read, now }),
    async forget(of) {
      let forgotten = 0;
      for (const key of await keysOf(`${prefix}record:*`)) {
        const record = await read(key);
        if (belongsTo(record?.person, of)) forgotten += await redis.del(key);
      }
      return forgotten;
    },
    sweep: async () => undefined,
    close: async () => void (await redis.quit()),
  };
}

function createRecords({
  redis,
  folder,
  keysOf,
  read,
  now,
}: {
  redis: Redis;
  folder: string;
  keysOf: (pattern: string) => Promise<string[]>;
  read: (key: string) => Promise<KeptRecord | undefined>;
  now: () => number;
}): Records {
  return {
    async put({ id, value, person, ttlMs }) {
      if (ttlMs <= 0) return;
      const record = { id, value, person, storedAt: now() };
      await redis.set(folder + id, JSON.stringify(record), 'PX', Math.ceil(ttlMs));
    },
    get: async (id) => (await read(folder + id))?.value,
    remove: async (id) => void (await redis.del(folder + id)),
    async list({ person } = {}) {
      const records: KeptRecord[] = [];
      for (const key of await keysOf(`${literal(folder)}*`)) {
        const record = await read(key);
        if (record !== undefined && (person === undefined || record.person === person)) records.push(record);
      }
      return records.sort((a, b) => a.storedAt - b.storedAt);
    },
  };
}

/** `*`, `?` and brackets stand for others in a pattern of Redis. */
function literal(text: string): string {
  return text.replace(/[*?[\]\\]/g, '\\$&');
}

async function connect(url: string, onError: (error: unknown) => void): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: connectLimitMs,
    commandTimeout: commandLimitMs,
    maxRetriesPerRequest: 2,
  });
  redis.on('error', onError);
  try {
    await redis.connect();
    await redis.ping();
    return redis;
  } catch (error) {
    redis.disconnect();
    throw new PlanbotError({
      code: 'state_unavailable',
      message: `The state store cannot be reached (PLANBOT_STATE is ${withoutPassword(url)}): ${messageOf(error)}. Start Redis there, or set PLANBOT_STATE to a folder.`,
      cause: error,
    });
  }
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
