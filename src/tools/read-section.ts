import { z } from 'zod';
import { foldText } from '../models/cut-words.js';
import type { Passage } from '../records.js';
import { type Tool, withinSight } from './tool.js';

const schema = z.object({
  planId: z.string().describe('Id of the plan'),
  section: z.string().max(200).describe('Title of the section, or a part of it; empty for the outline'),
});

/** The passages of a section in order, or the titles that there are. */
export type SectionReading =
  | { kind: 'passages'; passages: Passage[] }
  | { kind: 'outline'; titles: string[] };

/** Passages that one call gives at most. */
const passageLimit = 12;

/** Reads a section of a plan from its beginning, with all below it. */
export const readSectionTool: Tool<typeof schema, SectionReading> = {
  name: 'read_section',
  description:
    'Reads a section of a plan in order, for lists and summaries. Without a title that fits it gives the outline.',
  schema,
  run: async (context, { planId, section }) => {
    const [visible] = withinSight(context, [planId]);
    const passages = visible === undefined ? [] : await context.store.passagesOf(visible);
    const wanted = foldText(section).replace(/\s+/g, '');
    const within = passages.filter(
      ({ sectionPath }) => wanted !== '' && sectionPath.some((title) => folded(title).includes(wanted)),
    );
    if (within.length > 0) return { kind: 'passages', passages: within.slice(0, passageLimit) };
    const titles = new Set(passages.map(({ sectionPath }) => sectionPath.join(' > ')));
    return { kind: 'outline', titles: [...titles].filter((title) => title !== '') };
  },
};

function folded(title: string): string {
  return foldText(title).replace(/\s+/g, '');
}
