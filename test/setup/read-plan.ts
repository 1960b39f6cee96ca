import type { ParsedDocument, Table } from '../../ingest/blocks.js';
import { cutPassages } from '../../ingest/chunk.js';
import { parseText } from '../../ingest/parse/parse-text.js';
import { buildSections, type Section } from '../../ingest/structure.js';
import type { Passage } from '../../src/records.js';

/** What the reader makes of a plan's text, step by step. */
export interface ReadPlan {
  document: ParsedDocument;
  sections: Section[];
  passages: Passage[];
  /** Paragraphs and marked headings, in order. */
  texts: string[];
  tables: Table[];
  /** Titles from the top down, a section each; what stands before the first heading has none. */
  outline: string[];
}

export function readPlan(source: string, planId = 'plan'): ReadPlan {
  const document = parseText(source);
  const sections = buildSections(document.blocks);
  return {
    document,
    sections,
    passages: cutPassages(planId, sections),
    texts: document.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text])),
    tables: document.blocks.filter((block) => block.kind === 'table'),
    outline: sections.filter((section) => section.path.length > 0).map(({ path }) => path.join(' > ')),
  };
}

/** The section of that title; the test has written it, so that it must be there. */
export function sectionTitled(plan: ReadPlan, title: string): Section {
  const found = plan.sections.find((section) => section.title === title);
  if (!found) throw new Error(`no section "${title}" among:\n${plan.outline.join('\n')}`);
  return found;
}
