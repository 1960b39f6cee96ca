import type { ParsedDocument } from './blocks.js';
import { isFigureCaption } from './parse/numbering.js';
import type { Section } from './structure.js';

/**
 * Says what of a file was not read as its author laid it out: titles of the contents page that the outline
 * does not have, and tables whose rows could not be told.
 */
export function checkReading(document: ParsedDocument, sections: readonly Section[]): string[] {
  return [
    ...document.warnings,
    ...missingFromOutline(document, sections),
    ...unreadTables(sections),
    ...raggedTables(document),
  ];
}

function missingFromOutline({ contents, blocks }: ParsedDocument, sections: readonly Section[]): string[] {
  const plain = (title: string) => title.replace(/[\s\p{P}]/gu, '');
  const figures = blocks.flatMap((block) =>
    block.kind !== 'table' && isFigureCaption(block.text) ? [block.text] : [],
  );
  const titles = new Set([...sections.map((section) => section.title), ...figures].map(plain));
  return contents
    .filter((title) => plain(title) !== '' && !titles.has(plain(title)))
    .map((title) => `the contents page lists "${title}", which the outline does not have`);
}

/** A caption without a table under it: what stands there is kept as a passage. */
function unreadTables(sections: readonly Section[]): string[] {
  return sections.flatMap((section, at) => {
    const isEmpty = section.blocks.length === 0;
    const isUnread = section.kind === 'table' && !section.blocks.some((block) => block.kind === 'table');
    const hasParts = (sections[at + 1]?.level ?? 0) > section.level;
    if (!isUnread || hasParts) return [];
    const what = isEmpty
      ? 'has nothing under it'
      : 'could not be read as a table; its text is kept as a passage';
    return [`"${section.title}" (line ${section.lines[0]}) ${what}`];
  });
}

function raggedTables({ blocks }: ParsedDocument): string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const longer = block.rows.filter((row) => row.length > block.header.length).length;
    const name = block.caption ?? block.header.join(' ');
    return longer === 0
      ? []
      : [`the table "${name}" (line ${block.lines[0]}) has ${longer} rows with more cells than its header`];
  });
}
