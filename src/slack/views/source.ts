import type { Citation, Language } from '../../records.js';
import { escapeLiteral, escapeMarkup } from './escape.js';
import type { Part } from './message.js';
import { fillIn, textsFor } from './texts.js';

/** Characters of a title with its section path, and of a quote: far above what plans have. */
const placeLimit = 400;
const quoteLimit = 600;

/** Shows a citation: `[n] 《title》 section path, page`, and the plan's own words beneath. */
export function buildSource(citation: Citation, language: Language): Part {
  const marker = `[${citation.n}]`;
  const place = clip(placeOf(citation, language), placeLimit);
  const quote = clip(citation.quote.trim(), quoteLimit);
  return {
    plain: `${marker} ${escapeMarkup(place)}`,
    continues: true,
    forms: [
      [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: marker, style: { bold: true } },
                { type: 'text', text: ` ${escapeLiteral(place)}` },
              ],
            },
            ...(quote === ''
              ? []
              : [
                  {
                    type: 'rich_text_quote' as const,
                    elements: [{ type: 'text' as const, text: escapeLiteral(quote) }],
                  },
                ]),
          ],
        },
      ],
      [{ type: 'section', text: { type: 'mrkdwn', text: asSection(marker, place, quote) } }],
    ],
  };
}

function placeOf({ planTitle, sectionPath, page }: Citation, language: Language): string {
  const texts = textsFor(language);
  const section = sectionPath.join(texts.placeSeparator);
  const parts = [section, page === null ? '' : fillIn(texts.page, { page: String(page) })];
  const place = parts.filter((part) => part !== '').join(texts.pageSeparator);
  return fillIn(texts.source, { title: planTitle, place }).trim();
}

function asSection(marker: string, place: string, quote: string): string {
  const quoted = quote === '' ? [] : quote.split('\n').map((line) => `>${escapeMarkup(line)}`);
  // Escaping may lengthen a text fivefold; a section holds 3,000 characters.
  return [`*${marker}* ${escapeMarkup(place)}`, ...quoted].join('\n').slice(0, 3_000);
}

function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
