/**
 * Makes the plans in test/fixtures: a digest and a made-up plan as HTML, as Word saved by LibreOffice, and
 * as PDF (Chromium prints the made-up plan; LibreOffice the digest, whose fonts it packs smaller). Needs the
 * Debian packages chromium, libreoffice-writer, fonts-droid-fallback and qpdf.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { printWithChromium, saveWithOffice } from './fixtures/convert.js';
import { generatePlan } from './fixtures/generated-plan.js';
import { markdownToHtml } from './fixtures/markdown-to-html.js';
import { numberedDocx } from './fixtures/numbered-docx.js';
import { htmlPage } from './fixtures/page.js';

const root = path.resolve(import.meta.dirname, '../..');
const fixtures = path.join(root, 'test/fixtures');
const digest = 'chengdu-finance-2021-2025-digest';
const generated = 'green-industry-2026-2030';

function makeAll(): void {
  mkdirSync(fixtures, { recursive: true });
  const markdown = readFileSync(path.join(root, `data/plans/${digest}.md`), 'utf8');
  const title = '成都市“十四五”金融业发展规划（摘编）';
  const digestPage = writePage(digest, htmlPage({ title, body: markdownToHtml(markdown) }));
  saveWithOffice(digestPage, 'pdf', fixtures);
  const plan = generatePlan();
  writeFileSync(path.join(fixtures, `${generated}.md`), plan.markdown);
  const planPage = writePage(
    generated,
    htmlPage({ title: '云岭市“十五五”绿色产业发展规划', body: plan.html }),
  );
  printWithChromium(planPage, path.join(fixtures, `${generated}.pdf`));
  writeFileSync(path.join(fixtures, 'automatic-numbering.docx'), numberedDocx());
  makeEncrypted();
}

/** A PDF that asks for a password. */
function makeEncrypted(): void {
  const page = path.join(fixtures, 'encrypted.html');
  const pdf = path.join(fixtures, 'encrypted.pdf');
  writeFileSync(page, htmlPage({ title: 'Encrypted', body: '<p>第一章 总则</p>' }));
  printWithChromium(page, pdf);
  execFileSync('qpdf', ['--encrypt', 'user', 'owner', '256', '--', '--replace-input', pdf]);
  rmSync(page);
}

/** Writes the HTML, and the Word file of it beside. */
function writePage(name: string, html: string): string {
  const file = path.join(fixtures, `${name}.html`);
  writeFileSync(file, html);
  saveWithOffice(file, 'docx', fixtures);
  return file;
}

makeAll();
