import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFormat, sharedPassages } from '../ingest/formats/compare-readings.js';
import { printWithChromium, saveWithOffice } from './fixtures/convert.js';
import { generatedPlans } from './fixtures/generated-plans.js';
import { markdownToHtml } from './fixtures/markdown-to-html.js';
import { htmlPage } from './fixtures/page.js';
import { pageStyles } from './fixtures/page-styles.js';
import { partsToHtml, partsToMarkdown } from './fixtures/plan-parts.js';

const plans = path.resolve(import.meta.dirname, '../../data/plans');
const folder = mkdtempSync(path.join(tmpdir(), 'planbot-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a page as HTML, Word and PDF; gives the file of each format. */
function convert(name: string, page: string): Record<'html' | 'docx' | 'pdf', string> {
  const at = (format: string) => path.join(folder, `${name}.${format}`);
  writeFileSync(at('html'), page);
  printWithChromium(at('html'), at('pdf'));
  saveWithOffice(at('html'), 'docx', folder);
  return { html: at('html'), docx: at('docx'), pdf: at('pdf') };
}

describe.each(readdirSync(plans).filter((name) => name.endsWith('.md')))('%s', (file) => {
  it('reads alike from HTML, from Word and printed by Chromium', async () => {
    const source = readFileSync(path.join(plans, file));
    const markdown = await readFormat(file, source);
    const page = htmlPage({ title: '规划', body: markdownToHtml(source.toString('utf8')) });
    for (const converted of Object.values(convert(path.parse(file).name, page))) {
      const reading = await readFormat(converted, readFileSync(converted));
      expect(reading.tables).toEqual(markdown.tables);
      expect(reading.outline).toHaveLength(markdown.outline.length);
      expect(sharedPassages(markdown, reading)).toBeGreaterThanOrEqual(0.98);
    }
  }, 60_000);
});

describe.each(generatedPlans)('$title, set as $style', ({ title, style, parts }) => {
  it('has its outline, tables and passages in every format', async () => {
    const markdown = await readFormat('plan.md', Buffer.from(partsToMarkdown(parts)));
    const page = htmlPage({ title, body: partsToHtml(parts), css: pageStyles[style] });
    for (const [format, file] of Object.entries(convert(style, page))) {
      const reading = await readFormat(file, readFileSync(file));
      const shared = sharedPassages(markdown, reading);
      console.log(`${style} as ${format}: ${(shared * 100).toFixed(1)} % of the text in the same passages`);
      expect(reading.outline).toEqual(markdown.outline);
      expect(reading.tables).toEqual(markdown.tables);
      expect(shared).toBeGreaterThanOrEqual(0.98);
    }
  }, 60_000);
});
