import { PlanbotError } from '../src/errors.js';
import type { ParsedDocument, Table } from './blocks.js';
import { cutPassages } from './chunk.js';
import { type Definition, findDefinitions } from './definitions.js';
import { createFileParser } from './parse/create-file-parser.js';
import { type PlanHead, readPlanHead } from './plan-record.js';
import { readPlanFile } from './read.js';
import { buildSections, type Section } from './structure.js';

/** What was made of one file, as `inspect --json` prints it. */
export interface Inspection {
  plan: PlanHead & { planId: string; format: string; sourceHash: string };
  sections: { level: number; title: string; path: string[]; page: number | null }[];
  tables: { caption: string | null; header: string[]; rows: string[][]; page: number | null }[];
  definitions: Definition[];
  passages: {
    passageId: string;
    sectionPath: string[];
    page: number | null;
    lines: [number, number];
    text: string;
  }[];
  warnings: string[];
}

/**
 * Reads one file as ingest would, without an index.
 * @throws PlanbotError `plan_file_unreadable`
 */
export async function inspectFile(file: string): Promise<Inspection> {
  const { planId, bytes, sourceHash } = await readPlanFile(file);
  const parser = createFileParser();
  try {
    const { format, document } = await parser.parse({ bytes, file });
    const sections = buildSections(document.blocks);
    return {
      plan: { planId, format, sourceHash, ...readPlanHead(document, planId) },
      sections: sections.filter((section) => section.path.length > 0).map(sectionEntry),
      tables: document.blocks.filter((block) => block.kind === 'table').map(tableEntry),
      definitions: findDefinitions(sections),
      passages: passageEntries(planId, sections),
      warnings: [...document.warnings, ...missingFromOutline(document, sections)],
    };
  } catch (error) {
    if (!(error instanceof PlanbotError)) throw error;
    throw new PlanbotError({ code: error.code, message: `${file}: ${error.message}`, cause: error });
  } finally {
    await parser.close();
  }
}

function sectionEntry({ level, title, path, page }: Section): Inspection['sections'][number] {
  return { level, title, path, page };
}

function tableEntry({ caption, header, rows, page }: Table): Inspection['tables'][number] {
  return { caption, header, rows, page };
}

function passageEntries(planId: string, sections: readonly Section[]): Inspection['passages'] {
  return cutPassages(planId, sections).map(({ passageId, sectionPath, page, lines, text }) => ({
    passageId,
    sectionPath,
    page,
    lines,
    text,
  }));
}

/** Titles that the table of contents lists and the outline does not have. */
function missingFromOutline({ contents }: ParsedDocument, sections: readonly Section[]): string[] {
  const plain = (title: string) => title.replace(/[\s\p{P}]/gu, '');
  const titles = new Set(sections.map((section) => plain(section.title)));
  return contents
    .filter((title) => plain(title) !== '' && !titles.has(plain(title)))
    .map((title) => `the contents page lists "${title}", which the outline does not have`);
}
