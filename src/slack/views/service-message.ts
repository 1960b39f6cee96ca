import type { Language } from '../../records.js';
import { createMessage, type Message } from './message.js';
import texts from './service-messages.json' with { type: 'json' };
import { fillIn } from './texts.js';

/** Something that planbot has to say besides answers. */
export type Notice = keyof (typeof texts)['zh'];

/** Builds a notice in a language, with its `{name}` places filled in. */
export function buildServiceMessage(
  notice: Notice,
  { language, values = {} }: { language: Language; values?: Readonly<Record<string, string>> },
): Message {
  const plain = fillIn(texts[language][notice], values);
  return createMessage([{ plain, forms: [[{ type: 'section', text: { type: 'mrkdwn', text: plain } }]] }]);
}
