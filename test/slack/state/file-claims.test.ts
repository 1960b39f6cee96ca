import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileClaims } from '../../../src/slack/state/file-claims.js';
import { temporaryFolder } from '../process/planbot-process.js';

describe('claims in a folder', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let now = 0;
  const open = () => createFileClaims({ folder: join(folder.path, 'claims'), now: () => now });

  beforeEach(async () => {
    folder = await temporaryFolder();
    now = Date.now();
  });
  afterEach(() => folder.remove());

  it('gives a key to one of a hundred takers at once, over two processes’ worth of claims', async () => {
    const [one, two] = [await open(), await open()];
    const taken = await Promise.all(
      Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? one : two).claim('event:Ev1', 1_000)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('keeps keys apart', async () => {
    const claims = await open();
    expect(await claims.claim('event:Ev1', 1_000)).toBe(true);
    expect(await claims.claim('event:Ev2', 1_000)).toBe(true);
  });

  it('gives an expired key to one of a hundred takers at once', async () => {
    const claims = await open();
    await claims.claim('event:Ev1', 1_000);
    now += 1_001;
    const taken = await Promise.all(Array.from({ length: 100 }, () => claims.claim('event:Ev1', 1_000)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('does not give a key before its time is over', async () => {
    const claims = await open();
    await claims.claim('event:Ev1', 1_000);
    now += 999;
    expect(await claims.claim('event:Ev1', 1_000)).toBe(false);
  });

  it('sweeps what is expired and keeps what stands', async () => {
    const claims = await open();
    await claims.claim('event:Ev1', 1_000);
    await claims.claim('event:Ev2', 9_000);
    now += 5_000;
    await claims.sweep();
    expect(await readdir(join(folder.path, 'claims'))).toHaveLength(1);
    expect(await claims.claim('event:Ev2', 1_000)).toBe(false);
  });

  it('sweeps what a crash left half-written', async () => {
    const claims = await open();
    const left = ['0'.repeat(40), `${'1'.repeat(40)}.lock`, `${'2'.repeat(40)}.x.new`];
    await mkdir(join(folder.path, 'claims'), { recursive: true });
    for (const name of left) {
      await writeFile(join(folder.path, 'claims', name), '');
      await utimes(join(folder.path, 'claims', name), 0, 0);
    }
    await claims.sweep();
    expect(await readdir(join(folder.path, 'claims'))).toEqual([]);
  });

  it('says so when the folder cannot be written', async () => {
    await writeFile(join(folder.path, 'claims'), 'a file in its place');
    await expect(open()).rejects.toThrow('claims');
  });
});
