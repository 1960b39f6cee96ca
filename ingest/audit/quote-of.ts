import type { Indicator } from '../../src/records.js';
import type { Finding } from '../../src/store/rows.js';

type Quote = Finding['quotes'][number];

/** The places of rows, each once. */
export function quotesOf(rows: readonly Indicator[]): Quote[] {
  return distinctQuotes(rows.map(({ passageId, quote }) => ({ passageId, quote })));
}

export function distinctQuotes(quotes: readonly Quote[]): Quote[] {
  return quotes.filter(
    (one, at) =>
      at === quotes.findIndex((other) => other.passageId === one.passageId && other.quote === one.quote),
  );
}
