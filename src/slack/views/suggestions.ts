import type { Answer, Language } from '../../records.js';
import { buildButton } from './button.js';
import { escapeMarkup } from './escape.js';
import type { Part } from './message.js';
import { textsFor } from './texts.js';

/** Suggestions shown beneath an answer. */
const suggestionLimit = 3;
/** Characters that a button can carry; a longer question is only shown. */
const valueLimit = 2_000;
const sectionLimit = 3_000;

/** Shows what could be asked next as buttons that ask it; as a list where buttons cannot be. */
export function buildSuggestions(
  { followups, status, language }: Pick<Answer, 'followups' | 'status' | 'language'>,
  { pressable }: { pressable: boolean },
): Part[] {
  const questions = followups
    .map((one) => one.trim())
    .filter((one) => one !== '' && one.length <= valueLimit)
    .slice(0, suggestionLimit);
  if (questions.length === 0) return [];
  const label = labelFor(status, language);
  const plain = [label, ...questions.map((one) => `• ${escapeMarkup(one)}`)].join('\n');
  const list = [
    { type: 'section' as const, text: { type: 'mrkdwn' as const, text: plain.slice(0, sectionLimit) } },
  ];
  if (!pressable) return [{ plain, forms: [list] }];
  const elements = questions.map((one, at) => buildButton({ id: `ask_next:${at}`, text: one, value: one }));
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
