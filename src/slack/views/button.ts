import type { types } from '@slack/bolt';

const labelLimit = 75;

/** A button; a label that is too long for Slack ends in an ellipsis. */
export function buildButton({ id, text, value }: { id: string; text: string; value: string }): types.Button {
  const label = text.length <= labelLimit ? text : `${text.slice(0, labelLimit - 1)}…`;
  return { type: 'button', action_id: id, text: { type: 'plain_text', text: label }, value };
}
