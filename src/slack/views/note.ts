import type { Part } from './message.js';

const limit = 2_000;

/** A line in small letters, in Slack's markup. */
export function buildNote(text: string): Part {
  const shown = text.slice(0, limit);
  return {
    plain: shown,
    forms: [
      [{ type: 'context', elements: [{ type: 'mrkdwn', text: shown }] }],
      [{ type: 'section', text: { type: 'mrkdwn', text: shown } }],
    ],
  };
}
