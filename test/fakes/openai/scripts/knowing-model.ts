import type { Script } from '../chat-endpoint.js';
import { submit } from './good-model.js';
import { toolResults } from './tool-results.js';

/** An answer that is known beforehand: what to say, and words of the passages that it is taken from. */
export interface KnownAnswer {
  claims: string[];
  quotes: string[];
}

/** Searches for the passages that its answers come from, and gives them in its own words. */
export function knowingModel(answers: ReadonlyMap<string, KnownAnswer>): Script {
  return (request, turn) => {
    const asked = request.messages.find(({ role }) => role === 'user')?.content ?? '';
    const known = [...answers].find(([question]) => asked.includes(`\n${question}\n`))?.[1];
    if (!known || known.quotes.length === 0) return submit([], 'not_in_plans');
    if (turn === 0)
      return {
        calls: known.quotes.map((quote) => ({ name: 'search_passages', arguments: { phrases: [quote] } })),
      };
    const passageIds = toolResults(request)
      .passages.filter(({ text }) => known.quotes.some((quote) => compact(text).includes(compact(quote))))
      .map(({ passageId }) => passageId);
    return submit(known.claims.map((text) => ({ text, passageIds })));
  };
}

function compact(text: string): string {
  return text.replace(/[\s|]/g, '');
}
