import { type Draft, emptyDraft } from '../draft.js';
import { quotedClaim } from '../quoted-claim.js';
import { compact } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';

const quoteMark = /^[>\s]+/;
const boxTitle = /^(?:专栏|表|附件|附表)\d*/;
const item = /^(?:\d{1,2}[．.、]|[（(]\d{1,2}[）)]|[①-⑳]|[-•●·]|[一二三四五六七八九十]是|——)/;
const mostItems = 20;
const fewestItems = 2;

/**
 * The items of a box that a question names by its number, where the box stands inside the text of a section:
 * the lines below its title up to the first that is no item. Undefined where no such box has items.
 */
export function boxDraft({ parts, plans }: Understanding, { hits, neighbours }: Evidence): Draft | undefined {
  const passages = [...neighbours, ...hits.map((hit) => hit.passage)].filter(
    ({ kind, planId }) => kind === 'text' && (plans.length === 0 || plans.includes(planId)),
  );
  for (const part of parts.filter((one) => boxTitle.test(one)))
    for (const passage of passages) {
      const items = itemsUnder(compact(part), passage.text.split('\n'));
      if (items.length >= fewestItems)
        return emptyDraft({
          claims: items.slice(0, mostItems).map((text) => quotedClaim(text, passage)),
          layout: 'bullets',
        });
    }
  return undefined;
}

function itemsUnder(part: string, lines: readonly string[]): string[] {
  const plain = lines.map((line) => line.replace(quoteMark, '').trim());
  const at = plain.findIndex(
    (line) => compact(line).startsWith(part) && !/^\d/.test(compact(line).slice(part.length)),
  );
  if (at < 0) return [];
  const below = plain.slice(at + 1);
  const end = below.findIndex((line) => !item.test(line));
  return end < 0 ? below : below.slice(0, end);
}
