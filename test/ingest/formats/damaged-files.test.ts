import { describe, expect, it } from 'vitest';
import { createWorkerPool } from '../../../ingest/workers/create-worker-pool.js';
import { checkDamaged } from './check-damaged.js';
import { goodFiles } from './damaged-collection.js';

describe('a folder with 50 damaged files', () => {
  it('is read without a crash; each is read or named with its reason, and the good ones are all read', async () => {
    const { failed } = await checkDamaged(50);
    expect(failed).toBeGreaterThan(15);
  }, 120_000);
});

describe('a file that takes too long', () => {
  it('is given up with a clear message, and the next one is read', async () => {
    const pool = createWorkerPool({ limits: { milliseconds: 1, megabytes: 1_024 }, isSmall: true });
    const { 'good-print.pdf': print = Buffer.alloc(0), 'good-text.txt': text = Buffer.alloc(0) } = goodFiles;
    await expect(pool.run('parse', { bytes: print, file: 'plan.pdf' })).rejects.toMatchObject({
      code: 'plan_file_unreadable',
      message: expect.stringContaining('took more than 0.001 s'),
    });
    await expect(pool.run('parse', { bytes: text, file: 'a.txt' })).resolves.toMatchObject({
      format: 'text',
    });
    await pool.close();
  });
});
