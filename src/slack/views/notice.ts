import { escapeMarkup } from './escape.js';
import { createMessage, type Message } from './message.js';

/** One plain sentence or two. */
export function buildNotice(text: string): Message {
  const plain = escapeMarkup(text);
  return createMessage([{ plain, forms: [[{ type: 'section', text: { type: 'mrkdwn', text: plain } }]] }]);
}
