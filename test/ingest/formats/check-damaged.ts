import { expect } from 'vitest';
import { damagedFiles, goodFiles, hopelessFiles, ingestDamaged, reportOf } from './damaged-collection.js';

/** Longest that a file may take, with what it takes to notice and end it, in milliseconds. */
const longest = 21_000;

/**
 * Reads so many damaged files beside good ones and files that nothing can be read from, one of which vanishes:
 * each damaged one is read or named with a reason, none hangs, and the good ones are read.
 */
export async function checkDamaged(count: number): Promise<{ failed: number; slowest: number }> {
  const hopeless = Object.entries(hopelessFiles);
  const files = {
    ...goodFiles,
    ...Object.fromEntries(hopeless.map(([name, [bytes]]) => [name, bytes])),
    ...damagedFiles(count - hopeless.length - 1),
    'zz-vanishes.txt': Buffer.from('第一章 总体要求\n'),
  };
  const reports = await ingestDamaged(files, ['zz-vanishes.txt']);
  expect(reports).toHaveLength(count + Object.keys(goodFiles).length);
  for (const name of Object.keys(goodFiles))
    expect(reportOf(reports, name)).toMatchObject({ status: 'read', warnings: [] });
  for (const [name, [, reason]] of hopeless)
    expect(reportOf(reports, name)).toMatchObject({
      status: 'failed',
      warnings: [expect.stringMatching(reason)],
    });
  expect(reportOf(reports, 'zz-vanishes.txt')?.status).toBe('failed');
  const failed = reports.filter(({ status }) => status !== 'read');
  for (const { file, status, warnings } of failed) {
    expect(status).toBe('failed');
    expect(warnings.join()).toMatch(new RegExp(`^${file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}: .{10}`));
  }
  const slowest = Math.max(...reports.map(({ milliseconds }) => milliseconds));
  expect(slowest).toBeLessThan(longest);
  return { failed: failed.length, slowest };
}
