import { PlanbotError } from '../src/errors.js';
import type { Block, Table } from './blocks.js';
import { checkReading } from './check-reading.js';
import { cutPassages } from './chunk.js';
import { type Definition, findDefinitions } from './definitions.js';
import { type Item, itemsIn } from './items.js';
import { type PlanHead, readPlanHead } from './plan-record.js';
import { readPlanFile } from './read.js';
import type { Responsibility } from './responsibilities.js';
import { spannedRows } from './spanned-rows.js';
import { buildSections, type Section } from './structure.js';
import { createWorkerPool } from './workers/create-worker-pool.js';

/** What was made of one file, as `inspect --json` prints it. */
export interface Inspection {
  plan: PlanHead & { planId: string; format: string; sourceHash: string };
  sections: {
    level: number;
    title: string;
    path: string[];
    page: number | null;
    /** Who is responsible, where the section says so. */
    responsible?: Responsibility[];
    /** What its text enumerates (一是…二是…, ①…②…, a bullet each), where it does. */
    items?: Item[];
  }[];
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
  const pool = createWorkerPool({ isSmall: true });
  try {
    const { format, document } = await pool.run('parse', { bytes, file });
    const sections = buildSections(document.blocks);
    return {
      plan: { planId, format, sourceHash, ...readPlanHead(document, planId) },
      sections: sections.filter((section) => section.path.length > 0).map(sectionEntry),
      tables: document.blocks.filter((block) => block.kind === 'table').map(tableEntry),
      definitions: findDefinitions(sections),
      passages: passageEntries(planId, sections),
      warnings: checkReading(document, sections),
    };
  } catch (error) {
    if (!(error instanceof PlanbotError)) throw error;
    throw new PlanbotError({ code: error.code, message: `${file}: ${error.message}`, cause: error });
  } finally {
    await pool.close();
  }
}

function sectionEntry(section: Section): Inspection['sections'][number] {
  const { level, title, path, page, responsible } = section;
  // A heading that its text follows on the line is no item of itself.
  const withoutTitle = (block: Block): Block =>
    block.kind === 'paragraph' && block.text.startsWith(title)
      ? { ...block, text: block.text.slice(title.length) }
      : block;
  const items = itemsIn(section.blocks.map(withoutTitle));
  return {
    ...{ level, title, path, page },
    ...(responsible.length > 0 && { responsible }),
    ...(items.length > 0 && { items }),
  };
}

function tableEntry(table: Table): Inspection['tables'][number] {
  const { caption, header, page } = table;
  return { caption, header, rows: spannedRows(table), page };
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
