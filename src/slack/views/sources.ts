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
  quotes: { n: number; quote: string }[];
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
    const entry = { n: citation.n, quote: clip(displayed(citation.quote), quoteLimit) };
    const known = sources.findLast((source) => source.place === place);
    if (known !== undefined && lengthOf(known) + entry.quote.length <= quotesLimit) known.quotes.push(entry);
    else sources.push({ place, quotes: [entry] });
  }
  return sources;
}

function buildSource(source: Source): Part {
  const markers = markersOf(source.quotes.map(({ n }) => n));
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
    .flatMap(({ n, quote }) => (quotes.length > 1 ? `[${n}] ${quote}` : quote).split('\n'));
}

/** `[1] [4]–[9]`: three numbers or more that follow each other are given as a range. */
function markersOf(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const n of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === n - 1) run.push(n);
    else runs.push([n]);
  }
  return runs
    .map((run) => (run.length > 2 ? `[${run[0]}]–[${run.at(-1)}]` : run.map((n) => `[${n}]`).join(' ')))
    .join(' ');
}

function placeOf({ planTitle, sectionPath, page }: Citation, language: Language): string {
  const texts = textsFor(language);
  const section = sectionPath.join(texts.placeSeparator);
  const parts = [section, page === null ? '' : fillIn(texts.page, { page: String(page) })];
  const place = parts.filter((part) => part !== '').join(texts.pageSeparator);
  return fillIn(texts.source, { title: planTitle, place }).trim();
}

/** A table's cells stand between tabs, which Slack shows as a single space; a list's dash says nothing here. */
function displayed(quote: string): string {
  return quote
    .trim()
    .replace(/^[-*•] +/, '')
    .replaceAll('\t', ' | ');
}

function lengthOf({ quotes }: Source): number {
  return quotes.reduce((sum, { quote }) => sum + quote.length, 0);
}

function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
