/**
 * Makes the plans in test/fixtures: a digest and a made-up plan as HTML, as PDF printed by Chromium and as
 * Word saved by LibreOffice. Needs the Debian packages chromium, libreoffice-writer and fonts-noto-cjk.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generatePlan } from './fixtures/generated-plan.js';
import { markdownToHtml } from './fixtures/markdown-to-html.js';
import { numberedDocx } from './fixtures/numbered-docx.js';
import { htmlPage } from './fixtures/page.js';

const root = path.resolve(import.meta.dirname, '../..');
const fixtures = path.join(root, 'test/fixtures');
const digest = 'chengdu-finance-2021-2025-digest';

function makeAll(): void {
  mkdirSync(fixtures, { recursive: true });
  const markdown = readFileSync(path.join(root, `data/plans/${digest}.md`), 'utf8');
  make({ name: digest, title: '成都市“十四五”金融业发展规划（摘编）', body: markdownToHtml(markdown) });
  const plan = generatePlan();
  writeFileSync(path.join(fixtures, 'green-industry-2026-2030.md'), plan.markdown);
  make({ name: 'green-industry-2026-2030', title: '云岭市“十五五”绿色产业发展规划', body: plan.html });
  writeFileSync(path.join(fixtures, 'automatic-numbering.docx'), numberedDocx());
}

function make({ name, title, body }: { name: string; title: string; body: string }): void {
  const html = path.join(fixtures, `${name}.html`);
  writeFileSync(html, htmlPage({ title, body }));
  printPdf(html, path.join(fixtures, `${name}.pdf`));
  saveAsWord(html);
}

function printPdf(html: string, pdf: string): void {
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
  execFileSync('chromium', [...flags, `--print-to-pdf=${pdf}`, `file://${html}`], { stdio: 'ignore' });
}

function saveAsWord(html: string): void {
  const profile = mkdtempSync(path.join(tmpdir(), 'soffice-'));
  const flags = [`-env:UserInstallation=file://${profile}`, '--headless', '--infilter=HTML (StarWriter)'];
  const convert = ['--convert-to', 'docx:MS Word 2007 XML', '--outdir', fixtures];
  execFileSync('soffice', [...flags, ...convert, html], { stdio: 'ignore' });
  rmSync(profile, { recursive: true, force: true });
}

makeAll();
