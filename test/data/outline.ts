import { type Block, tableText } from '../../ingest/blocks.js';
import { parseText } from '../../ingest/parse/parse-text.js';
import { buildSections, type Section } from '../../ingest/structure.js';
import { foldWidth } from '../../src/quantity/fold-width.js';

/** A plan as the project's own reader takes it apart. */
export interface Outline {
  frontMatter: Record<string, unknown>;
  sections: Section[];
}

export function readOutline(source: string): Outline {
  const { blocks, frontMatter } = parseText(source);
  return { frontMatter, sections: buildSections(blocks) };
}

/** The letters and figures of a text: no white space, punctuation or full width. */
export function foldText(text: string): string {
  return foldWidth(text).replace(/[\s\p{P}\p{S}]/gu, '');
}

/** The numbers of a text as they are written, thousands separators left out. */
export function numbersOf(text: string): string[] {
  const joined = foldWidth(text).replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  return joined.match(/\d+(?:\.\d+)?/g) ?? [];
}

export function blockText(block: Block): string {
  return block.kind === 'table' ? `${block.caption ?? ''}\n${tableText(block)}` : block.text;
}

/** The sections of that title, whatever they hang under; a remark in brackets may follow the title. */
export function sectionsTitled(outline: Outline, title: string): Section[] {
  const wanted = foldText(title);
  return outline.sections.filter((section) => {
    const withoutRemark = section.title.replace(/[（(][^（）()]*[）)]$/u, '');
    return section.level > 0 && [section.title, withoutRemark].some((own) => foldText(own) === wanted);
  });
}

/** Title, text and tables of a section and of what hangs under it; notes to a table may stand around it. */
export function wholeText(outline: Outline, section: Section): string {
  const top = section.kind === 'table' ? section.path.slice(0, -1) : section.path;
  return outline.sections
    .filter((one) => top.every((title, index) => one.path[index] === title))
    .map((one) => [one.title, ...one.blocks.map(blockText)].join('\n'))
    .join('\n');
}
