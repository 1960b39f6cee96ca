import type { Mention } from './sentence.js';

const longest = 200;

/** Words to quote for a figure: the sentence, else as many clauses before it as fit, else its own clause. */
export function quotesOf(text: string, mention: Mention): string[] {
  const { span, tail, clauseStart } = mention;
  const end = span.end + tail.length;
  const ends = [...text.matchAll(/[，；：]/g)].map((match) => match.index + 1);
  const starts = [0, ...ends].filter((start) => start <= clauseStart && end - start <= longest);
  const window = starts[0] === undefined ? '' : text.slice(starts[0], end);
  const clause = text.slice(clauseStart, end);
  const near = text.slice(Math.max(clauseStart, span.end - 60), span.end);
  return [text, window, clause, near, span.raw].map((quote) => quote.trim());
}
