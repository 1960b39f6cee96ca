import type { Passage } from '../../records.js';
import { type Draft, emptyDraft } from '../draft.js';
import { quotedClaim } from '../quoted-claim.js';
import { compact, splitSentences } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';

const countedName =
  /([二两三四五六七八九十]|\d{1,2})(?:个|大|类|种|项|条|座|家|所|方面|种类)([\p{Script=Han}]{2,10})/u;
const numerals = '零一二三四五六七八九十';
/** As many characters of the counted name as must stand in the sentence after the number. */
const leastName = 4;
const longestSentence = 260;

/** 哪四种贷: a short name that each of the members ends in (人才贷, 成果贷). */
const shortName =
  /([二两三四五六七八九十]|\d{1,2})(?:个|大|类|种|项|条)([\p{Script=Han}]{1,2}?)(?=是|有|都|分别|叫|$|[，,？?])/u;

/** The sentence with just as many different words as the question counts that end in the short name it gives them. */
export function namedAlikeDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const [, written = '', name = ''] = shortName.exec(frame.phrases[0] ?? '') ?? [];
  const count = /^\d/.test(written) ? Number(written) : numerals.indexOf(written.replace('两', '二'));
  if (count < 2 || name === '') return undefined;
  const member = new RegExp(`[\\p{Script=Han}]{2,4}${name}(?=[、，,。；;”"等和及与的]|$)`, 'gu');
  const passages = [...evidence.hits.map((hit) => hit.passage), ...evidence.neighbours].filter(
    ({ planId }) => frame.plans.length === 0 || frame.plans.includes(planId),
  );
  for (const passage of passages)
    for (const { text } of splitSentences(passage.text)) {
      const members = new Set([...text.matchAll(member)].map(([word]) => word));
      if (members.size === count && text.length <= longestSentence)
        return emptyDraft({ claims: [claimOf(text, passage, count)] });
    }
  return undefined;
}

function claimOf(text: string, passage: Passage, count: number): Draft['claims'][number] {
  return { ...quotedClaim(text, passage), counts: [count] };
}

/**
 * The sentence in which a plan names and counts what the question asks for: "哪五大优势产业集群" and
 * "…、…等五大优势产业集群". Undefined when no sentence has the count, the name and as many members.
 */
export function countedDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const [, written = '', name = ''] = countedName.exec(frame.phrases[0] ?? '') ?? [];
  const count = /^\d/.test(written) ? Number(written) : numerals.indexOf(written.replace('两', '二'));
  if (count < 2 || name === '') return undefined;
  const found = [...evidence.hits.map((hit) => hit.passage), ...evidence.neighbours].flatMap((passage) =>
    splitSentences(passage.text)
      .filter(({ text }) => text.length <= longestSentence && lists(compact(text), count))
      .map(({ text }) => ({ passage, text, said: nameSaid(compact(text), count, name) })),
  );
  const best = found.reduce<{ passage: Passage; text: string; said: number } | undefined>(
    (top, one) => (one.said > (top?.said ?? Math.min(leastName, name.length) - 1) ? one : top),
    undefined,
  );
  if (!best) return undefined;
  const { passage, text } = best;
  return emptyDraft({ claims: [claimOf(text, passage, count)] });
}

/** At least as many members one after the other as the count says. */
function lists(text: string, count: number): boolean {
  return text.split(/[、；]|和|以及|及/).length >= count;
}

/** How many characters of the name follow the count in a text. */
function nameSaid(text: string, count: number, name: string): number {
  const written = [numerals[count] ?? '', String(count)].filter((one) => one !== '');
  let best = 0;
  for (const one of written)
    for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1)) {
      const after = text.slice(at + one.length).replace(/^(?:个|大|类|种|项|条|座|家|所|方面)/, '');
      let length = 0;
      while (length < name.length && after[length] === name[length]) length += 1;
      best = Math.max(best, length);
    }
  return best;
}
