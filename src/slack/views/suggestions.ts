import { z } from 'zod';
import type { Answer, Language } from '../../records.js';
import { buildButton } from './button.js';
import { escapeMarkup } from './escape.js';
import type { Part } from './message.js';
import { textsFor } from './texts.js';

/** Suggestions shown beneath an answer, and plans to choose from. */
const limits = { suggestions: 3, choices: 8 } as const;
/** Characters that a button can carry; a longer question is only shown. */
const valueLimit = 2_000;
const sectionLimit = 3_000;

/** What a button asks: a question, put to one plan where somebody has to choose between plans. */
export const Suggestion = z.object({ question: z.string(), plan: z.string().optional() });
export type Suggestion = z.infer<typeof Suggestion>;

/** Shows what could be asked next as buttons that ask it; as a list where buttons cannot be. */
export function buildSuggestions(
  { followups, status, language }: Pick<Answer, 'followups' | 'status' | 'language'>,
  { pressable, asked }: { pressable: boolean; asked?: string | undefined },
): Part[] {
  const questions = followups
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .slice(0, status === 'clarify' ? limits.choices : limits.suggestions);
  if (questions.length === 0) return [];
  const label = labelFor(status, language);
  const plain = [label, ...questions.map((one) => `• ${escapeMarkup(one)}`)].join('\n');
  const list = [
    { type: 'section' as const, text: { type: 'mrkdwn' as const, text: plain.slice(0, sectionLimit) } },
  ];
  const buttons = questions.map((one, at) => {
    // Where the answer asks which plan is meant, its choices are the titles of plans.
    const suggestion: Suggestion =
      status === 'clarify' && asked !== undefined ? { question: asked, plan: one } : { question: one };
    return buildButton({ id: `ask_next:${at}`, text: one, value: JSON.stringify(suggestion) });
  });
  const elements = buttons.filter(({ value = '' }) => value.length <= valueLimit);
  if (!pressable || elements.length === 0) return [{ plain, forms: [list] }];
  return [
    {
      plain,
      forms: [
        [
          { type: 'context', elements: [{ type: 'mrkdwn', text: `*${label}*` }] },
          { type: 'actions', elements },
        ],
        list,
      ],
    },
  ];
}

function labelFor(status: Answer['status'], language: Language): string {
  const texts = textsFor(language);
  return status === 'clarify' || status === 'refused' ? texts.choices : texts.followups;
}
