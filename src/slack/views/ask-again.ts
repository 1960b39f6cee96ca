import { z } from 'zod';
import type { Language } from '../../records.js';
import { createMessage, type Message } from './message.js';
import { textsFor } from './texts.js';

/** What the button to answer again has to know. */
export const AskAgain = z.object({ threadTs: z.string(), editTs: z.string(), text: z.string() });
export type AskAgain = z.infer<typeof AskAgain>;

export const askAgainAction = 'ask_again';

/** A button's value holds 2,000 characters; a longer question is written anew. */
const valueLimit = 2_000;

/** Says that a question was changed and offers to answer it as it is now. */
export function buildAskAgain({ language, ...asked }: AskAgain & { language: Language }): Message {
  const { edited, answerAgain } = textsFor(language);
  const value = JSON.stringify(asked);
  const section = { type: 'section', text: { type: 'plain_text', text: edited } } as const;
  const plain = { plain: edited, forms: [[section]] };
  if (value.length > valueLimit) return createMessage([plain]);
  return createMessage([
    {
      plain: edited,
      forms: [
        [
          section,
          {
            type: 'actions',
            elements: [
              {
                type: 'button',
                action_id: askAgainAction,
                style: 'primary',
                text: { type: 'plain_text', text: answerAgain },
                value,
              },
            ],
          },
        ],
        [section],
      ],
    },
  ]);
}
