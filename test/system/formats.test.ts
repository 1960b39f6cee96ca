import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFormat, sharedPassages } from '../ingest/formats/compare-readings.js';
import { printWithChromium, saveWithOffice } from './fixtures/convert.js';
import { markdownToHtml } from './fixtures/markdown-to-html.js';
import { htmlPage } from './fixtures/page.js';

const plans = path.resolve(import.meta.dirname, '../../data/plans');
const folder = mkdtempSync(path.join(tmpdir(), 'planbot-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a sample plan as HTML, Word and PDF; gives the file of each format. */
function convert(file: string): Record<'html' | 'docx' | 'pdf', string> {
  const name = path.parse(file).name;
  const markdown = readFileSync(path.join(plans, file), 'utf8');
  const at = (format: string) => path.join(folder, `${name}.${format}`);
  writeFileSync(at('html'), htmlPage({ title: '规划', body: markdownToHtml(markdown) }));
  printWithChromium(at('html'), at('pdf'));
  saveWithOffice(at('html'), 'docx', folder);
  return { html: at('html'), docx: at('docx'), pdf: at('pdf') };
}

describe.each(readdirSync(plans).filter((name) => name.endsWith('.md')))('%s', (file) => {
  it('reads alike from HTML, from Word and printed by Chromium', async () => {
    const markdown = await readFormat(file, readFileSync(path.join(plans, file)));
    for (const converted of Object.values(convert(file))) {
      const reading = await readFormat(converted, readFileSync(converted));
      expect(reading.tables).toEqual(markdown.tables);
      expect(reading.outline).toHaveLength(markdown.outline.length);
      expect(sharedPassages(markdown, reading)).toBeGreaterThanOrEqual(0.98);
    }
  }, 60_000);
});
