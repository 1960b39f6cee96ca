import type { Language } from '../../records.js';
import { createMessage, type Message } from './message.js';
import { fillIn, textsFor } from './texts.js';

/** Says that a question was not answered, with the id under which the log tells why. */
export function buildFailure({ id, language }: { id: string; language: Language }): Message {
  const plain = fillIn(textsFor(language).failure, { id });
  return createMessage([{ plain, forms: [[{ type: 'section', text: { type: 'mrkdwn', text: plain } }]] }]);
}
