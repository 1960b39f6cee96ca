import type { Answer } from '../../records.js';
import { escapeMarkup } from './escape.js';
import type { Part } from './message.js';
import { fillIn, textsFor } from './texts.js';

const sectionLimit = 3_000;

/** Warns of each thing of which the plans give different figures; the answer itself says which. */
export function buildConflicts({ conflicts, language }: Pick<Answer, 'conflicts' | 'language'>): Part[] {
  return conflicts.map(({ about, citations }) => {
    const places = citations.map((n) => `[${n}]`).join(' ');
    const text = `⚠️ ${escapeMarkup(fillIn(textsFor(language).conflict, { about, places }))}`;
    return {
      plain: text,
      forms: [[{ type: 'section', text: { type: 'mrkdwn', text: text.slice(0, sectionLimit) } }]],
    };
  });
}
