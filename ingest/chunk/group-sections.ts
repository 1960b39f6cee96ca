import type { Section } from '../structure.js';
import { longestText, targetLength } from './limits.js';

/** Sibling sections shorter than this, in a row, share a passage under their parent. */
const smallSection = 170;

/** Sections that share passages, under the path that all of them have. */
export interface SectionGroup {
  path: string[];
  sections: Section[];
}

/** Puts runs of short leaf sections under one parent together, which only together say something. */
export function groupSections(sections: readonly Section[]): SectionGroup[] {
  const groups: SectionGroup[] = [];
  for (const [index, section] of sections.entries()) {
    const last = groups.at(-1);
    if (last && isSmallLeaf(section, sections[index + 1]) && joins(last, section)) {
      last.sections.push(section);
      last.path = section.path.slice(0, -1);
    } else groups.push({ path: section.path, sections: [section] });
  }
  return groups;
}

function isSmallLeaf(section: Section, next: Section | undefined): boolean {
  const hasChildren = (next?.level ?? 0) > section.level;
  return (
    section.kind === 'numbered' &&
    !hasChildren &&
    lengthOf(section) <= smallSection &&
    section.blocks.length > 0
  );
}

function joins({ sections }: SectionGroup, section: Section): boolean {
  const parent = section.path.slice(0, -1).join('\n');
  const length = sections.reduce((sum, one) => sum + lengthOf(one), lengthOf(section));
  return (
    length <= targetLength * 1.4 &&
    sections.every(
      (one) =>
        one.path.slice(0, -1).join('\n') === parent &&
        one.kind === section.kind &&
        one.blocks.length > 0 &&
        lengthOf(one) <= smallSection,
    )
  );
}

function lengthOf(section: Section): number {
  return section.blocks.reduce(
    (sum, block) => sum + (block.kind === 'table' ? longestText : block.text.length),
    0,
  );
}
