import { rmSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { FileReport } from '../../../ingest/file-report.js';
import { ingestFiles } from '../../../ingest/pipeline.js';
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

/** Plans that can be read, in each format. */
export const goodFiles: Readonly<Record<string, Buffer>> = {
  'good-text.txt': Buffer.from('第一章 总体要求\n到2025年，云岭市存款余额达到8000亿元。\n'),
  'good-page.html': readFixture(`${plan}.html`),
  'good-word.docx': readFixture(`${plan}.docx`),
  'good-print.pdf': readFixture(`${plan}.pdf`),
};

/** Files that nothing can be read from, each with what the user is told. */
export const hopelessFiles: Readonly<Record<string, readonly [Buffer, RegExp]>> = {
  'bomb.docx': [zipBomb(), /larger than 200 MB|packed more than 200 times/],
  'tags.docx': [brokenXml(), /tags of its XML do not match/],
  'encrypted.pdf': [readFixture('encrypted.pdf'), /encrypted.*qpdf --decrypt/],
  'pictures.pdf': [picturePdf(), /a scan.*Recognise its text/],
  'line.txt': [Buffer.from('规划'.repeat(9_000_000)), /more than 1,000,000 characters/],
  'half-word.docx': [truncated(readFixture(`${plan}.docx`), 0.5), /damaged or cut off/],
  'start-of-print.pdf': [truncated(readFixture(`${plan}.pdf`), 0.02), /damaged|a scan|no text/],
  'noise.txt': [withFlippedBytes(Buffer.alloc(5_000, 0xff), 4_000, createRandom(7)), /neither UTF-8/],
  'nothing.md': [Buffer.from(' \n \n'), /empty/],
};

/** Files with bytes changed, cut off anywhere, or nested beyond reason, in turns; some can still be read. */
export function damagedFiles(count: number): Record<string, Buffer> {
  const random = createRandom(20_261_121);
  const sources = Object.entries(goodFiles);
  return Object.fromEntries(
    Array.from({ length: count }, (_, at): [string, Buffer] => {
      const nested = nestedFiles[at % 40];
      if (nested) return [`nested-${at}${nested[0]}`, nested[1]()];
      const [name, bytes] = sources[at % sources.length] ?? ['.txt', Buffer.alloc(0)];
      const content = at % 8 < 4 ? truncated(bytes, random()) : withFlippedBytes(bytes, 1 + at * 5, random);
      return [`damaged-${at}${path.extname(name)}`, content];
    }),
  );
}

const deep = 20_000;
const nestedFiles: readonly (readonly [string, () => Buffer])[] = [
  [
    '.html',
    () => Buffer.from(`<html><body>${'<div>'.repeat(deep)}规划${'</div>'.repeat(deep)}</body></html>`),
  ],
  ['.html', () => Buffer.from(`<html><body>${'<table><tr><td>'.repeat(deep / 4)}规划</body></html>`)],
  ['.md', () => Buffer.from(`${'> '.repeat(deep)}规划\n${'- '.repeat(deep)}目标\n`)],
  [
    '.docx',
    () => Buffer.from(zipSync({ 'inner.docx': zipSync({ 'word/document.xml': strToU8('<w:p/>') }) })),
  ],
  [
    '.docx',
    () =>
      Buffer.from(
        zipSync({
          'word/document.xml': strToU8(
            `<w:document>${'<w:p>'.repeat(deep)}${'</w:p>'.repeat(deep)}</w:document>`,
          ),
        }),
      ),
  ],
];

/** Reads these files into a new index; the files of these names are deleted when it has begun. */
export async function ingestDamaged(
  files: Readonly<Record<string, Buffer>>,
  lost: readonly string[] = [],
): Promise<FileReport[]> {
  const folder = await writeFiles(temporaryFolder(), files);
  return await ingestFiles({
    paths: Object.keys(files).map((name) => path.join(folder, name)),
    index: path.join(temporaryFolder(), 'index'),
    embedder: createEmbeddedEmbedder(),
    onProgress: ({ done }) => {
      if (done === 0) for (const name of lost) rmSync(path.join(folder, name));
    },
  });
}

export function reportOf(reports: readonly FileReport[], name: string): FileReport | undefined {
  return reports.find((report) => path.basename(report.file) === name);
}
