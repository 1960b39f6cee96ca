import type { Language } from '../../records.js';
import { escapeMarkup } from './escape.js';
import { createMessage, type Message } from './message.js';
import { fillIn, textsFor } from './texts.js';

/** Lists the subcommands of `/plan`, each with an example; says first which word was not one of them. */
export function buildHelp(language: Language, unknown?: string): Message {
  const { intro, notACommand, usage, elsewhere } = textsFor(language).commands;
  const first = unknown === undefined ? intro : fillIn(notACommand, { word: unknown.slice(0, 60) });
  const lines = Object.values(usage).map((line) => `• ${line}`);
  return createMessage(
    [first, lines.join('\n'), elsewhere].map((text) => {
      const plain = escapeMarkup(text);
      return { plain, forms: [[{ type: 'section', text: { type: 'mrkdwn', text: plain } }]] };
    }),
  );
}
