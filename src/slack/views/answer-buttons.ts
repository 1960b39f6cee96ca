import type { types } from '@slack/bolt';
import type { Language } from '../../records.js';
import { buildButton } from './button.js';
import type { Part } from './message.js';
import { textsFor } from './texts.js';

/**
 * The buttons beneath an answer: its figures as a file, sharing where only the asker sees it, and feedback.
 * They say nothing of the answer, so a message can do without them.
 */
export function buildAnswerButtons({
  answer,
  locale,
  hasFigures,
  isPrivate,
}: {
  /** The id under which the answer is kept. */
  answer: string;
  locale: Language;
  hasFigures: boolean;
  isPrivate: boolean;
}): Part[] {
  const texts = textsFor(locale);
  const elements = [
    ...(isPrivate ? [buildButton({ id: 'share_answer', text: texts.share, value: answer })] : []),
    ...(hasFigures ? [buildButton({ id: 'figures_file', text: texts.figuresFile, value: answer })] : []),
  ];
  const tools: Part[] =
    elements.length === 0 ? [] : [{ plain: '', forms: [[{ type: 'actions', elements }], []] }];
  return [
    ...tools,
    { plain: '', forms: [[buildFeedback(answer, locale)], [buildPlainFeedback(answer, locale)], []] },
  ];
}

function buildFeedback(answer: string, locale: Language): types.ContextActionsBlock {
  const { good, bad } = textsFor(locale).feedback;
  const button = (text: string, verdict: string) => ({
    text: { type: 'plain_text' as const, text },
    accessibility_label: text,
    value: `${verdict}:${answer}`,
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: button(good, 'good'),
        negative_button: button(bad, 'bad'),
      },
    ],
  };
}

function buildPlainFeedback(answer: string, locale: Language): types.ActionsBlock {
  const { good, bad } = textsFor(locale).feedback;
  return {
    type: 'actions',
    elements: [
      buildButton({ id: 'feedback:good', text: `👍 ${good}`, value: `good:${answer}` }),
      buildButton({ id: 'feedback:bad', text: `👎 ${bad}`, value: `bad:${answer}` }),
    ],
  };
}
