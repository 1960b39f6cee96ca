import type { Language } from '../../records.js';
import type { ShownPassage } from '../answers/shown-passages.js';
import { escapeMarkup } from './escape.js';
import { createMessage, type Message } from './message.js';
import { placeOf } from './source-places.js';
import { splitText } from './split-text.js';

const sectionLimit = 3_000;
const passageLimit = 10;

/** Shows passages as a message, where a modal cannot be opened; quotes stand in ▸ ◂. */
export function buildPassageMessage(shown: readonly ShownPassage[], language: Language): Message {
  return createMessage(
    shown.slice(0, passageLimit).map((one) => {
      const place = escapeMarkup(placeOf(one, language));
      const marked = one.quotes
        .filter((quote) => quote !== '')
        .reduce((text, quote) => text.replace(quote, () => `▸${quote}◂`), one.text);
      const plain = `${place}\n${escapeMarkup(marked.replaceAll('\t', ' | '))}`;
      return {
        plain,
        forms: [
          splitText(plain, sectionLimit).map((text) => ({ type: 'section', text: { type: 'mrkdwn', text } })),
        ],
      };
    }),
  );
}
