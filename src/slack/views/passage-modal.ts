import type { types } from '@slack/bolt';
import type { Language } from '../../records.js';
import type { ShownPassage } from '../answers/shown-passages.js';
import { escapeLiteral, escapeMarkup } from './escape.js';
import { markQuotes } from './mark-quotes.js';
import { placeOf } from './source-places.js';
import { fillIn, textsFor } from './texts.js';

/** Blocks of a modal, and characters of what stands around a passage. */
const passageLimit = 20;
const neighbourLimit = 2_900;
const headingLimit = 2_900;

/** Shows passages whole, the quoted words bold, with the passages before and after in small letters. */
export function buildPassageModal(shown: readonly ShownPassage[], language: Language): types.ModalView {
  const texts = textsFor(language).passage;
  return {
    type: 'modal',
    title: { type: 'plain_text', text: texts.title },
    close: { type: 'plain_text', text: texts.close },
    blocks: shown
      .slice(0, passageLimit)
      .flatMap((one, at) => [
        ...(at > 0 ? [{ type: 'divider' as const }] : []),
        ...buildPassage(one, language),
      ]),
  };
}

function buildPassage(shown: ShownPassage, language: Language): types.KnownBlock[] {
  const { before, after } = textsFor(language).passage;
  return [
    { type: 'section', text: { type: 'mrkdwn', text: headingOf(shown, language).slice(0, headingLimit) } },
    ...buildNeighbour(before, shown.before),
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: buildPieces(shown) }],
    },
    ...buildNeighbour(after, shown.after),
  ];
}

function headingOf(shown: ShownPassage, language: Language): string {
  const marks = shown.citations.map((n) => `[${n}]`).join(' ');
  return `*${marks} ${escapeMarkup(placeOf(shown, language))}*`.replace('* ', '*');
}

function buildPieces({ text, quotes }: ShownPassage): types.RichTextText[] {
  const pieces = markQuotes(displayed(text), quotes.map(displayed));
  return pieces.map((piece) => ({
    type: 'text',
    text: escapeLiteral(piece.text),
    ...(piece.isQuoted ? { style: { bold: true } } : {}),
  }));
}

function buildNeighbour(label: string, text: string | null): types.ContextBlock[] {
  if (text === null || text.trim() === '') return [];
  const shown = fillIn(label, { text: escapeMarkup(displayed(text)) }).slice(0, neighbourLimit);
  return [{ type: 'context', elements: [{ type: 'mrkdwn', text: shown }] }];
}

/** A table's cells stand between tabs, which Slack shows as a single space. */
function displayed(text: string): string {
  return text.replaceAll('\t', ' | ');
}
