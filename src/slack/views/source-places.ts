import type { Citation, Language } from '../../records.js';
import { showCells } from './show-cells.js';
import { fillIn, textsFor } from './texts.js';

/** Characters of a title with its section path, and of a quote: far above what plans have. */
const placeLimit = 400;
const quoteLimit = 600;
/** Characters of the quotes shown under one place; more begin under the same place anew. */
const quotesLimit = 2_000;

/** Citations of one place in a plan. */
export interface Source {
  place: string;
  quotes: { n: number; quote: string }[];
  /** Ids of the passages that the quotes stand in. */
  passages: string[];
}

/** A list cites one place many times over; its place is named once, with all its numbers. */
export function groupByPlace(citations: readonly Citation[], language: Language): Source[] {
  const sources: Source[] = [];
  for (const citation of citations) {
    const place = clip(placeOf(citation, language), placeLimit);
    const entry = { n: citation.n, quote: clip(displayed(citation.quote), quoteLimit) };
    const known = sources.findLast((source) => source.place === place);
    if (known === undefined || lengthOf(known) + entry.quote.length > quotesLimit)
      sources.push({ place, quotes: [entry], passages: [citation.passageId] });
    else {
      known.quotes.push(entry);
      if (!known.passages.includes(citation.passageId)) known.passages.push(citation.passageId);
    }
  }
  return sources;
}

/** `《title》 section › section, page 3`. */
export function placeOf(
  { planTitle, sectionPath, page }: Pick<Citation, 'planTitle' | 'sectionPath' | 'page'>,
  language: Language,
): string {
  const texts = textsFor(language);
  const section = sectionPath.join(texts.placeSeparator);
  const parts = [section, page === null ? '' : fillIn(texts.page, { page: String(page) })];
  const place = parts.filter((part) => part !== '').join(texts.pageSeparator);
  return fillIn(texts.source, { title: planTitle, place }).trim();
}

/** A list's dash says nothing here. */
function displayed(quote: string): string {
  return showCells(quote.trim().replace(/^[-*•] +/, ''));
}

function lengthOf({ quotes }: Source): number {
  return quotes.reduce((sum, { quote }) => sum + quote.length, 0);
}

function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
