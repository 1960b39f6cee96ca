import type { Script } from '../chat-endpoint.js';
import type { Reply } from '../chat-reply.js';
import type { ChatRequest } from '../chat-request.js';
import { lineOf, type Row, type Shown, toolResults } from './tool-results.js';

/** Looks things up with the words that the question resolves to, then hands in what it read. */
export const goodModel: Script = (request, turn) => (turn === 0 ? lookUp(request) : handIn(request));

/** The first turn of a model that does its work. */
export function lookUp(request: ChatRequest): Reply {
  const phrases = [lineOf(request, 'Chinese words to search with')];
  const named = lineOf(request, 'plans meant');
  const planIds = named.startsWith('(') ? [] : named.split(', ');
  return {
    calls: [
      { name: 'find_indicators', arguments: { phrases, planIds } },
      { name: 'search_passages', arguments: { phrases, planIds } },
    ],
  };
}

/** What the plans say: the indicator's figure for the year asked for, or else the sentence nearest to the question. */
export function handIn(request: ChatRequest): Reply {
  const { rows, passages } = toolResults(request);
  const years = lineOf(request, 'years').split(', ').map(Number);
  const [first] = rows.filter(({ year }) => year !== null && years.includes(year));
  const same = rows.filter(({ name, year }) => name === first?.name && year === first.year);
  if (same.length > 0) return submit(same.slice(0, 2).map(rowClaim));
  const [best] = sentences(passages.slice(0, 4), lineOf(request, 'Chinese words to search with'));
  return best ? submit([best]) : submit([], 'not_in_plans');
}

export function submit(claims: object[], status = 'answered'): Reply {
  return { calls: [{ name: 'submit_claims', arguments: { claims, status } }] };
}

/** A sentence of the plan as it stands; a row of a table in words. */
export function rowClaim({ name, year, figure, passageId, quote }: Row) {
  const written = typeof figure === 'string' ? figure : `${figure.value}${figure.unit}`;
  const text = quote.includes('\t') ? `${year}年${name}为${written}。` : quote;
  return { text, passageIds: [passageId] };
}

/** The sentences of passages, those first that share most pairs of characters with the question. */
function sentences(passages: readonly Shown[], question: string) {
  const pairs = [...question]
    .map((_, at) => question.slice(at, at + 2))
    .filter((pair) => pair.trim().length === 2);
  return passages
    .flatMap(({ text, passageId }) =>
      text.split(/(?<=。)|\n/).map((sentence) => ({ text: sentence.trim(), passageIds: [passageId] })),
    )
    .filter(({ text }) => text.length > 1 && text.length < 500)
    .map((claim) => ({ claim, shared: pairs.filter((pair) => claim.text.includes(pair)).length }))
    .sort((a, b) => b.shared - a.shared)
    .map(({ claim }) => claim);
}
