import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeScreenshots } from './make-screenshots.js';

const folder = mkdtempSync(path.join(tmpdir(), 'planbot-screenshots-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('takes a picture of each main answer, small enough for the README', { timeout: 180_000 }, async () => {
  const pictures = await makeScreenshots(folder);
  expect(pictures.map((png) => path.basename(png, '.png'))).toEqual([
    'target',
    'calculation',
    'comparison',
    'refusal',
    'english',
    'figure-check',
    'home',
    'target-form',
  ]);
  for (const png of pictures) {
    const bytes = readFileSync(png);
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    // A blank page of this width is under 5 kB.
    expect(bytes.length).toBeGreaterThan(8_000);
    expect(bytes.length).toBeLessThan(200_000);
  }
});
