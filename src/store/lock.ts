import { randomUUID } from 'node:crypto';
import { link, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { PlanbotError } from '../errors.js';

/** Who writes to an index. */
export const LockHolder = z.object({
  pid: z.number().int(),
  host: z.string(),
  since: z.string(),
  id: z.string(),
});
export type LockHolder = z.infer<typeof LockHolder>;

export interface Lock {
  /** False when somebody took it over, because this process gave no sign of life for too long. */
  isOurs(): Promise<boolean>;
  release(): Promise<void>;
}

/** How often a holder shows that it lives, and how long it may be silent, in milliseconds. */
const beat = 5_000;
const silence = 120_000;
/** A lock that names nobody is being written, or was when its process was killed. */
const namelessSilence = 5_000;
const pollInterval = 200;
const takeoverPause = 20;

/**
 * Takes the lock of an index folder. While another process has it, waits, having said so; the lock of a
 * process that is gone is taken over, having said so.
 * @throws PlanbotError `index_locked` where it is not to wait
 */
export async function takeLock({
  folder,
  wait,
  notify,
}: {
  folder: string;
  wait: boolean;
  notify: (message: string) => void;
}): Promise<Lock> {
  const file = path.join(folder, '.ingest.lock');
  const own = { pid: process.pid, host: hostname(), since: new Date().toISOString(), id: randomUUID() };
  let told = '';
  while (!(await create(file, own))) {
    const { holder, isSilent } = await look(file);
    const isGone = isSilent || (holder?.host === own.host && !isAlive(holder.pid));
    if (isGone) {
      if (await takeAway(file, holder))
        notify(`The ingest of ${described(holder)} is gone without having finished; its lock is taken over.`);
      else await sleep(takeoverPause);
      continue;
    }
    if (!wait) throw locked(folder, holder);
    if (holder && told !== holder.id) {
      told = holder.id;
      notify(`Waiting for the ingest of ${described(holder)} into ${folder} …`);
    }
    await sleep(pollInterval);
  }
  return hold(file, own);
}

/** Makes the lock with its holder's name in it at once: a process that is killed leaves a whole one or none. */
async function create(file: string, own: LockHolder): Promise<boolean> {
  const ready = `${file}.${own.id}`;
  await writeFile(ready, JSON.stringify(own));
  try {
    await link(ready, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // File systems without links get it in two steps.
    return await createInSteps(file, own);
  } finally {
    await rm(ready, { force: true });
  }
}

async function createInSteps(file: string, own: LockHolder): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(own), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Whose lock it is, as far as it can be read (it may just be being written), and whether it is long silent. */
async function look(file: string): Promise<{ holder?: LockHolder; isSilent: boolean }> {
  const holder = await holderIn(file);
  const info = await stat(file).catch(() => undefined);
  const allowed = holder ? silence : namelessSilence;
  const isSilent = info !== undefined && Date.now() - info.mtimeMs > allowed;
  return holder ? { holder, isSilent } : { isSilent };
}

async function holderIn(file: string): Promise<LockHolder | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return LockHolder.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Takes a dead lock away, one process at a time: who comes second finds another's lock by then, and leaves it
 * where it is.
 */
async function takeAway(file: string, holder: LockHolder | undefined): Promise<boolean> {
  const guard = `${file}.takeover`;
  if (!(await createEmpty(guard))) {
    const since = (await stat(guard).catch(() => undefined))?.mtimeMs;
    // Whoever was killed while it took the lock away leaves the guard behind.
    if (since !== undefined && Date.now() - since > namelessSilence) await rm(guard, { force: true });
    return false;
  }
  try {
    const isMeant = (await holderIn(file))?.id === holder?.id;
    if (isMeant) await rm(file, { force: true });
    return isMeant;
  } finally {
    await rm(guard, { force: true });
  }
}

async function createEmpty(file: string): Promise<boolean> {
  return await writeFile(file, '', { flag: 'wx' }).then(
    () => true,
    () => false,
  );
}

function described(holder: LockHolder | undefined): string {
  return holder ? `process ${holder.pid} on ${holder.host} (since ${holder.since})` : 'an unnamed process';
}

function locked(folder: string, holder: LockHolder | undefined): PlanbotError {
  return new PlanbotError({
    code: 'index_locked',
    message: `The index at ${folder} is being written by ${described(holder)}. Wait for it to finish, or leave --no-wait out and this ingest waits by itself.`,
  });
}

function hold(file: string, own: LockHolder): Lock {
  const beating = setInterval(() => {
    const now = new Date();
    void utimes(file, now, now).catch(() => undefined);
  }, beat);
  beating.unref();
  const isOurs = async () => (await holderIn(file))?.id === own.id;
  return {
    isOurs,
    release: async () => {
      clearInterval(beating);
      if (await isOurs()) await rm(file, { force: true });
    },
  };
}
