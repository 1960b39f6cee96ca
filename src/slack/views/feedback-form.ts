import type { types } from '@slack/bolt';
import type { Language } from '../../records.js';
import { feedbackReasons } from '../feedback/feedback.js';
import { escapeMarkup } from './escape.js';
import { fillIn, textsFor } from './texts.js';

export const feedbackForm = 'feedback_form';
/** Block and action ids of the form's two fields. */
export const feedbackFields = { reason: 'reason', comment: 'comment' } as const;

const questionLimit = 500;
const commentLimit = 2_000;

/** The small form after "not right": what was wrong, and in words if somebody wants to. */
export function buildFeedbackForm({
  answerId,
  question,
  language,
}: {
  answerId: string;
  question: string;
  language: Language;
}): types.ModalView {
  const { form, reasons } = textsFor(language).feedback;
  const plain = (text: string) => ({ type: 'plain_text' as const, text });
  const asked = escapeMarkup(question.slice(0, questionLimit));
  return {
    type: 'modal',
    callback_id: feedbackForm,
    private_metadata: answerId,
    title: plain(form.title),
    submit: plain(form.submit),
    close: plain(form.close),
    blocks: [
      { type: 'context', elements: [{ type: 'mrkdwn', text: fillIn(form.about, { question: asked }) }] },
      {
        type: 'input',
        block_id: feedbackFields.reason,
        label: plain(form.reason),
        element: {
          type: 'radio_buttons',
          action_id: feedbackFields.reason,
          options: feedbackReasons.map((value) => ({ text: plain(reasons[value]), value })),
        },
      },
      {
        type: 'input',
        block_id: feedbackFields.comment,
        optional: true,
        label: plain(form.comment),
        element: {
          type: 'plain_text_input',
          action_id: feedbackFields.comment,
          multiline: true,
          max_length: commentLimit,
        },
      },
    ],
  };
}
