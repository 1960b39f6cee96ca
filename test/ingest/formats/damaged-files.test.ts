import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileReport } from '../../../ingest/file-report.js';
import { ingestFiles } from '../../../ingest/pipeline.js';
import { createWorkerPool } from '../../../ingest/workers/create-worker-pool.js';
import { createEmbeddedEmbedder } from '../../../src/models/embedded-embedder.js';
import { temporaryFolder, writeFiles } from '../../setup/temporary-folder.js';
import {
  brokenXml,
  createRandom,
  picturePdf,
  truncated,
  withFlippedBytes,
  zipBomb,
} from './damaged-files.js';
import { readFixture } from './fixtures.js';

const plan = 'green-industry-2026-2030';
const good = {
  'good-text.txt': Buffer.from('第一章 总体要求\n到2025年，云岭市存款余额达到8000亿元。\n'),
  'good-page.html': readFixture(`${plan}.html`),
  'good-word.docx': readFixture(`${plan}.docx`),
  'good-print.pdf': readFixture(`${plan}.pdf`),
};

async function ingest(files: Readonly<Record<string, Buffer>>, lost: readonly string[] = []) {
  const folder = await writeFiles(temporaryFolder(), files);
  const paths = Object.keys(files).map((name) => path.join(folder, name));
  return await ingestFiles({
    paths,
    index: path.join(temporaryFolder(), 'index'),
    embedder: createEmbeddedEmbedder(),
    onProgress: ({ done }) => {
      if (done === 0) for (const name of lost) rmSync(path.join(folder, name));
    },
  });
}

function reportOf(reports: readonly FileReport[], name: string): FileReport | undefined {
  return reports.find((report) => path.basename(report.file) === name);
}

/** Files that nothing can be read from, each with what the user is told. */
const hopeless: Record<string, [Buffer, RegExp]> = {
  'bomb.docx': [zipBomb(), /larger than 200 MB|packed more than 200 times/],
  'tags.docx': [brokenXml(), /tags of its XML do not match/],
  'encrypted.pdf': [readFixture('encrypted.pdf'), /encrypted.*qpdf --decrypt/],
  'pictures.pdf': [picturePdf(), /a scan.*Recognise its text/],
  'line.txt': [Buffer.from('规划'.repeat(900_000)), /more than 1,000,000 characters/],
  'half-word.docx': [truncated(readFixture(`${plan}.docx`), 0.5), /damaged or cut off/],
  'start-of-print.pdf': [truncated(readFixture(`${plan}.pdf`), 0.02), /damaged|a scan|no text/],
  'noise.txt': [withFlippedBytes(Buffer.alloc(5_000, 0xff), 4_000, createRandom(7)), /neither UTF-8/],
  'nothing.md': [Buffer.from(' \n \n'), /empty/],
};

describe('files that cannot be read', () => {
  it('are each named with the reason, and the good ones beside them are read', async () => {
    const files = Object.fromEntries(Object.entries(hopeless).map(([name, [bytes]]) => [name, bytes]));
    const reports = await ingest({ ...good, ...files });
    for (const name of Object.keys(good)) expect(reportOf(reports, name)).toMatchObject({ status: 'read' });
    for (const [name, [, reason]] of Object.entries(hopeless)) {
      const report = reportOf(reports, name);
      expect(report).toMatchObject({ status: 'failed', warnings: [expect.stringMatching(reason)] });
      expect(report?.warnings[0]).toContain(name);
    }
  });

  it('do not stop the others when one vanishes while the folder is read', async () => {
    const files = { ...good, 'zz-vanishes.txt': good['good-text.txt'] };
    const reports = await ingest(files, ['zz-vanishes.txt']);
    expect(reportOf(reports, 'zz-vanishes.txt')?.status).toBe('failed');
    expect(reports.filter(({ status }) => status === 'read')).toHaveLength(Object.keys(good).length);
  });

  it('40 of them, bytes flipped or cut off anywhere, take seconds; each is read or named', async () => {
    const random = createRandom(20_261_121);
    const sources = Object.entries(good);
    const damaged = Object.fromEntries(
      Array.from({ length: 40 }, (_, at): [string, Buffer] => {
        const [name, bytes] = sources[at % sources.length] ?? ['good-text.txt', good['good-text.txt']];
        const content = at % 8 < 4 ? truncated(bytes, random()) : withFlippedBytes(bytes, 1 + at * 5, random);
        return [`damaged-${at}${path.extname(name)}`, content];
      }),
    );
    const started = performance.now();
    const reports = await ingest({ ...good, ...damaged });
    expect(performance.now() - started).toBeLessThan(25_000);
    expect(reports).toHaveLength(44);
    const failed = reports.filter((report) => report.status !== 'read');
    expect(failed.length).toBeGreaterThan(10);
    for (const { file, status, warnings } of failed) {
      expect(status).toBe('failed');
      expect(warnings.join()).toContain(`${file}: `);
    }
    for (const name of Object.keys(good)) expect(reportOf(reports, name)).toMatchObject({ status: 'read' });
  });
});

describe('a file that takes too long', () => {
  it('is given up with a clear message, and the next one is read', async () => {
    const pool = createWorkerPool({ limits: { milliseconds: 1, megabytes: 1_024 }, isSmall: true });
    const bytes = readFixture(`${plan}.pdf`);
    await expect(pool.run('parse', { bytes, file: 'plan.pdf' })).rejects.toMatchObject({
      code: 'plan_file_unreadable',
      message: expect.stringContaining('took more than 0.001 s'),
    });
    await expect(pool.run('parse', { bytes: good['good-text.txt'], file: 'a.txt' })).resolves.toMatchObject({
      format: 'text',
    });
    await pool.close();
  });
});
