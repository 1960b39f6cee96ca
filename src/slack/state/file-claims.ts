import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Claims } from './state.js';

/** Claims that live in a folder, where they can be swept. */
export interface FileClaims extends Claims {
  /** Removes claims whose time is over. */
  sweep(): Promise<void>;
}

/** A claim whose holder died before it wrote how long the claim stands is held this long. */
const unwrittenClaimMs = 60_000;
/** Nobody replaces a claim for longer than this; a lock that is older was left by a crash. */
const lockMs = 60_000;

/**
 * Claims as files in a folder. Creating a file exclusively is atomic, so processes that share the
 * folder share the claims; an expired claim is replaced under a lock file of its own.
 */
export async function createFileClaims({
  folder,
  now = Date.now,
}: {
  folder: string;
  now?: () => number;
}): Promise<FileClaims> {
  await mkdir(folder, { recursive: true });
  return {
    async claim(key, ttlMs) {
      const file = join(folder, createHash('sha256').update(key).digest('hex').slice(0, 40));
      const expiry = String(now() + ttlMs);
      if (await createFile(file, expiry)) return true;
      if (!(await isExpired(file, now()))) return false;
      return underLock(file, now(), async () => {
        if (!(await isExpired(file, now()))) return false;
        const fresh = `${file}.${randomUUID()}.new`;
        await writeFile(fresh, expiry);
        await rename(fresh, file);
        return true;
      });
    },
    async sweep() {
      for (const name of await readdir(folder)) await sweepFile(join(folder, name), now());
    },
  };
}

async function sweepFile(file: string, now: number): Promise<void> {
  if (file.endsWith('.lock') || file.endsWith('.new')) {
    if (await isOlderThan(file, lockMs, now)) await rm(file, { force: true });
    return;
  }
  if (!(await isExpired(file, now))) return;
  await underLock(file, now, async () => {
    if (await isExpired(file, now)) await rm(file, { force: true });
    return true;
  });
}

/** Runs the work if nobody else holds the claim's lock; false without running it otherwise. */
async function underLock(file: string, now: number, work: () => Promise<boolean>): Promise<boolean> {
  const lock = `${file}.lock`;
  if (!(await createFile(lock, String(now)))) return false;
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function createFile(file: string, content: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(content);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** A claim that is gone counts as not expired: whoever removed it decides about it. */
async function isExpired(file: string, now: number): Promise<boolean> {
  try {
    const expiry = Number.parseInt(await readFile(file, 'utf8'), 10);
    return Number.isNaN(expiry) ? await isOlderThan(file, unwrittenClaimMs, now) : expiry <= now;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

async function isOlderThan(file: string, ageMs: number, now: number): Promise<boolean> {
  try {
    return (await stat(file)).mtimeMs + ageMs <= now;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
