import { foldQuote } from './fold-quote.js';
import { holdsRow } from './holds-row.js';

const rowNumber = /^\s*\d{1,2}\s*[.．、]?\s*(?=\D)/u;

/**
 * Whether a passage holds a quote: folded, it is contained. Of a table row, the number in front may be missing and
 * short labels may stand between the cells.
 */
export function holdsQuote(passage: string, quote: string): boolean {
  const folded = foldQuote(passage);
  if (folded.includes(foldQuote(quote))) return true;
  const row = quote.replace(rowNumber, '');
  if (!/\S\s+\S/u.test(row)) return false;
  return folded.includes(foldQuote(row)) || holdsRow(passage, row);
}
