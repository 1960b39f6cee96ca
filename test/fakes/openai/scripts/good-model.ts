import type { Script } from '../chat-endpoint.js';
import type { Reply } from '../chat-reply.js';
import type { ChatRequest } from '../chat-request.js';
import { lineOf, type Row, type Shown, toolResults } from './tool-results.js';

/** Looks things up with the words that the question resolves to, then hands in what it read. */
export const goodModel: Script = (request, turn) => (turn === 0 ? lookUp(request) : handIn(request));

/** The first turn of a model that does its work. */
export function lookUp(request: ChatRequest): Reply {
  const phrases = [lineOf(request, 'Chinese words to search with')];
  return {
    calls: [
      { name: 'find_indicators', arguments: { phrases } },
      { name: 'search_passages', arguments: { phrases } },
    ],
  };
}

/** What the plans say: the indicator's figure for the year asked for, or else the best passage's sentence. */
export function handIn(request: ChatRequest): Reply {
  const { rows, passages } = toolResults(request);
  const year = Number(lineOf(request, 'years').split(', ')[0]);
  const row = rows.find((one) => one.year === year);
  if (row) return submit([rowClaim(row)]);
  const [passage] = passages;
  return passage ? submit([sentenceClaim(passage)]) : submit([], 'not_in_plans');
}

export function submit(claims: object[], status = 'answered'): Reply {
  return { calls: [{ name: 'submit_claims', arguments: { claims, status } }] };
}

export function rowClaim({ name, year, figure, passageId }: Row) {
  const written = typeof figure === 'string' ? figure : `${figure.value}${figure.unit}`;
  return { text: `${year}年${name}为${written}。`, passageIds: [passageId] };
}

function sentenceClaim({ text, passageId }: Shown) {
  return { text: `${text.split(/[。\n]/)[0]}。`, passageIds: [passageId] };
}
