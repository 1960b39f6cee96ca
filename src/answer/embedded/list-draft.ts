import { foldText } from '../../models/cut-words.js';
import { type QueryTerm, queryTerms } from '../../retrieve/query-terms.js';
import { titleShare } from '../../retrieve/title-share.js';
import { type Draft, emptyDraft } from '../draft.js';
import type { Understanding } from '../understand/understand.js';
import { type Enumeration, type EnumerationItem, findEnumerations } from './enumerations.js';
import type { Evidence } from './evidence.js';
import { listWish } from './listing/list-wish.js';
import { withoutBodies } from './section-points.js';

const mostItems = 30;
/** Characters that all items share. */
const textBudget = 1_100;
/** How well a heading must fit for its list to be the answer; less where the number of items is right. */
const leastFit = 0.45;
const leastCounted = 0.35;
const leastParts = 0.9;

/**
 * A list that the plan gives, complete and in order: the one of the asked length where the question says
 * how many, otherwise the one under the heading that the question names best.
 */
export function listDraft(
  frame: Understanding,
  evidence: Evidence,
  limits: { least?: number; budget?: number } = {},
): Draft | undefined {
  return structuralList(frame, evidence, limits)?.draft;
}

/** Where a summary is asked of so many parts (两个阶段), the list of just these; undefined where none surely is meant. */
export function countedListDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const { count } = listWish(frame.question, frame.phrases[0] ?? '');
  const list = count === undefined ? undefined : structuralList(frame, evidence);
  return list && list.score >= leastParts ? list.draft : undefined;
}

/** The same with how well the list fits the question, to be held against lists that stand in a sentence. */
export function structuralList(
  frame: Understanding,
  evidence: Evidence,
  { least = leastFit, budget = textBudget }: { least?: number; budget?: number } = {},
): { draft: Draft; score: number } | undefined {
  const asked = listWish(frame.question, frame.phrases[0] ?? '').count;
  const terms = queryTerms(frame.phrases, frame.background);
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const scored = findEnumerations(evidence.hits.slice(0, 8), evidence.neighbours)
    .filter((one) => one.items.length <= mostItems)
    .map((one) => ({
      one,
      score: headingFit(one, terms, total) + (asked === one.items.length ? 0.5 : 0) - one.rank * 0.06,
    }))
    .sort((a, b) => b.score - a.score);
  const best = scored.find(({ one }) => asked === undefined || one.items.length === asked) ?? undefined;
  if (!best || best.score < (asked === undefined ? least : leastCounted)) return undefined;
  if (asked === undefined && meansOneItem(best.one, terms)) return undefined;
  const room = Math.floor(budget / best.one.items.length);
  const claims = best.one.items.map((item) => {
    const text = withoutBodies(withContent(item, room));
    return {
      text,
      support: [{ passage: item.passage, quote: text }],
      indicators: [],
      calculations: [],
      counts: [],
    };
  });
  return { draft: emptyDraft({ claims, layout: 'bullets' }), score: best.score };
}

/** The question names one of the items (内部挑战), not the list that it stands in (主要挑战). */
function meansOneItem({ items }: Enumeration, terms: readonly QueryTerm[]): boolean {
  const shares = items.map((item) => titleShare(item.text, terms)).sort((a, b) => b - a);
  return (shares[0] ?? 0) >= 0.8 && (shares[0] ?? 0) - (shares[1] ?? 0) >= 0.25;
}

/** An item with as many of the sentences after its title as there is room for. */
export function withContent({ text: lead, passage, body }: EnumerationItem, room: number): string {
  if (body?.startsWith(lead)) return lead + fitting(body.slice(lead.length), room - lead.length).trimEnd();
  const lines = passage.text.split('\n');
  const at = lines.findIndex((line) => line.includes(lead));
  const line = lines[at];
  if (line === undefined) return lead;
  const rest = line.slice(line.indexOf(lead) + lead.length);
  // A heading stands on a line of its own: what it heads begins on the next.
  const content = rest === '' && lead === line ? (lines[at + 1] ?? '') : rest;
  const joint = rest === '' && content !== '' ? '\n' : '';
  return `${lead}${joint}${fitting(content, room - lead.length)}`.trimEnd();
}

/** The sentences, and the clauses between semicolons, that fit whole. */
function fitting(content: string, room: number): string {
  const stop = /^[。：；]/.exec(content)?.[0] ?? '';
  let text = stop;
  for (const sentence of content.slice(stop.length).match(/[^。；]+[。；]?/g) ?? []) {
    if (text.length + sentence.length > room) break;
    text += sentence;
  }
  return text;
}

/** How much of the question the list's own heading says, and how much of the heading the question says. */
function headingFit({ path, items }: Enumeration, terms: readonly QueryTerm[], total: number): number {
  const own = weightIn(path.slice(-1), terms) / total;
  // What stands in the items, or further up, says less of what the list is about than its own heading.
  const around = weightIn([...path.slice(-2), ...items.map((item) => item.text)], terms) / total;
  return 0.6 * own + 0.2 * Math.max(0, around - own) + 0.5 * titleShare(path.at(-1) ?? '', terms);
}

function weightIn(texts: readonly string[], terms: readonly QueryTerm[]): number {
  const text = foldText(texts.join(' ')).replace(/\s+/g, '');
  return terms.reduce(
    (sum, term) =>
      sum +
      (text.includes(term.word) || term.alternatives.some((one) => text.includes(one)) ? term.weight : 0),
    0,
  );
}
