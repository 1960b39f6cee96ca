import type { types } from '@slack/bolt';
import type { Citation, Language } from '../../records.js';
import { escapeLiteral, escapeMarkup } from './escape.js';
import type { Part } from './message.js';
import { splitText } from './split-text.js';
import { fillIn, textsFor } from './texts.js';

/** Characters of a title with its section path, and of a quote: far above what plans have. */
const placeLimit = 400;
const quoteLimit = 600;
/** Characters of the quotes shown under one place; more begin under the same place anew. */
const quotesLimit = 2_000;
const sectionLimit = 3_000;

/** Citations of one place in a plan. */
interface Source {
  place: string;
  quotes: { marker: string; quote: string }[];
}

/** Shows citations: `[n] 《title》 section path, page`, and the plan's own words beneath. */
export function buildSources(citations: readonly Citation[], language: Language): Part[] {
  return groupByPlace(citations, language).map(buildSource);
}

/** A list cites one place many times over; its place is named once, with all its numbers. */
function groupByPlace(citations: readonly Citation[], language: Language): Source[] {
  const sources: Source[] = [];
  for (const citation of citations) {
    const place = clip(placeOf(citation, language), placeLimit);
    const entry = { marker: `[${citation.n}]`, quote: clip(displayed(citation.quote), quoteLimit) };
    const known = sources.findLast((source) => source.place === place);
    if (known !== undefined && lengthOf(known) + entry.quote.length <= quotesLimit) known.quotes.push(entry);
    else sources.push({ place, quotes: [entry] });
  }
  return sources;
}

function buildSource(source: Source): Part {
  const markers = source.quotes.map(({ marker }) => marker).join(' ');
  const heading = `${markers} ${escapeMarkup(source.place)}`;
  const quoted = linesOf(source).map((line) => `>${escapeMarkup(line)}`);
  return {
    plain: heading,
    continues: true,
    forms: [
      [{ type: 'rich_text', elements: [buildHeading(markers, source.place), ...buildQuotes(source)] }],
      splitText([heading, ...quoted].join('\n'), sectionLimit).map((text) => ({
        type: 'section',
        text: { type: 'mrkdwn', text },
      })),
    ],
  };
}

function buildHeading(markers: string, place: string): types.RichTextSection {
  return {
    type: 'rich_text_section',
    elements: [
      { type: 'text', text: markers, style: { bold: true } },
      { type: 'text', text: ` ${escapeLiteral(place)}` },
    ],
  };
}

function buildQuotes(source: Source): types.RichTextQuote[] {
  const text = escapeLiteral(linesOf(source).join('\n'));
  return text === '' ? [] : [{ type: 'rich_text_quote', elements: [{ type: 'text', text }] }];
}

/** The quotes as lines; where there are several, each begins with its number. */
function linesOf({ quotes }: Source): string[] {
  return quotes
    .filter(({ quote }) => quote !== '')
    .flatMap(({ marker, quote }) => (quotes.length > 1 ? `${marker} ${quote}` : quote).split('\n'));
}

function placeOf({ planTitle, sectionPath, page }: Citation, language: Language): string {
  const texts = textsFor(language);
  const section = sectionPath.join(texts.placeSeparator);
  const parts = [section, page === null ? '' : fillIn(texts.page, { page: String(page) })];
  const place = parts.filter((part) => part !== '').join(texts.pageSeparator);
  return fillIn(texts.source, { title: planTitle, place }).trim();
}

/** A table's cells stand between tabs, which Slack shows as a single space. */
function displayed(quote: string): string {
  return quote.trim().replaceAll('\t', ' | ');
}

function lengthOf({ quotes }: Source): number {
  return quotes.reduce((sum, { quote }) => sum + quote.length, 0);
}

function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
