import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Lock, takeLock } from '../../src/store/lock.js';
import { createWorkspace } from '../setup/ingest-samples.js';
import { runPlanbot } from '../setup/run-planbot.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

function take(folder: string, { wait = true, notes = [] as string[] } = {}): Promise<Lock> {
  return takeLock({ folder, wait, notify: (note) => notes.push(note) });
}

/** A process that has come to its end. */
async function goneProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version']);
  await once(child, 'close');
  return child.pid ?? 0;
}

function writeLock(folder: string, holder: { pid: number; host: string }): Promise<void> {
  const since = '2026-01-02T03:04:05.000Z';
  return writeFile(path.join(folder, '.ingest.lock'), JSON.stringify({ ...holder, since, id: 'x' }));
}

describe('the lock of an index', () => {
  it('makes a second ingest wait, which says for whom', async () => {
    const folder = temporaryFolder();
    const first = await take(folder);
    const notes: string[] = [];
    let isIn = false;
    const second = take(folder, { notes }).then((lock) => {
      isIn = true;
      return lock;
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(isIn).toBe(false);
    expect(notes).toEqual([
      expect.stringMatching(new RegExp(`process ${process.pid} on ${hostname()} \\(since 20`)),
    ]);
    await first.release();
    await (await second).release();
    expect(isIn).toBe(true);
  });

  it('names its holder where nobody is to wait', async () => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    const lock = await take(workspace.index);
    const settings = { PLANBOT_PLANS: workspace.plans, PLANBOT_INDEX: workspace.index };
    const { code, stderr } = await runPlanbot('ingest', ['--no-wait'], settings);
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`process ${process.pid} on ${hostname()} \\(since 20.*--no-wait`));
    await lock.release();
    expect((await runPlanbot('ingest', ['--no-wait'], settings)).code).toBe(0);
  });

  it('of a process that is gone is taken over, with a note', async () => {
    const folder = temporaryFolder();
    const pid = await goneProcess();
    await writeLock(folder, { pid, host: hostname() });
    const notes: string[] = [];
    const lock = await take(folder, { wait: false, notes });
    expect(notes).toEqual([expect.stringContaining(`process ${pid} on ${hostname()}`)]);
    expect(await lock.isOurs()).toBe(true);
  });

  it('of another machine is respected while it shows signs of life, and taken over when it no longer does', async () => {
    const folder = temporaryFolder();
    await writeLock(folder, { pid: await goneProcess(), host: 'elsewhere' });
    await expect(take(folder, { wait: false })).rejects.toMatchObject({ code: 'index_locked' });
    const longAgo = new Date(Date.now() - 600_000);
    await utimes(path.join(folder, '.ingest.lock'), longAgo, longAgo);
    expect(await (await take(folder, { wait: false })).isOurs()).toBe(true);
  });

  it('is taken over by one of many that find it dead, never by two at once', async () => {
    const folder = temporaryFolder();
    await writeLock(folder, { pid: await goneProcess(), host: hostname() });
    let inside = 0;
    let most = 0;
    const enter = async () => {
      const lock = await take(folder);
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
      await lock.release();
    };
    await Promise.all(Array.from({ length: 6 }, enter));
    expect(most).toBe(1);
  });
});
