import type { App } from '@slack/bolt';
import { createFeedbackBook, feedbackReasons } from '../../feedback/feedback.js';
import { feedbackFields, feedbackForm } from '../../views/feedback-form.js';
import { buildModalNotice } from '../../views/modal-notice.js';
import { textsFor } from '../../views/texts.js';
import type { Surroundings } from '../surroundings.js';

/** Adds what the form says to the feedback that the button noted, and thanks in the form's place. */
export function listenToFeedbackForms(app: App, surroundings: Surroundings): void {
  const { kept, state, settings, languageOf } = surroundings;
  const book = createFeedbackBook({ state, retentionDays: settings.PLANBOT_RETENTION_DAYS });
  app.view(feedbackForm, async ({ ack, body, view, context }) => {
    const { teamId: team = body.team?.id ?? '' } = context;
    const user = body.user.id;
    const answerId = view.private_metadata;
    const [answer, language] = await Promise.all([kept.find(answerId), languageOf({ team, user })]);
    const texts = textsFor(language);
    const said = answer === undefined ? texts.buttons.notKept : texts.feedback.thanks;
    await ack({ response_action: 'update', view: buildModalNotice(said, language) });
    if (answer === undefined) return;
    const { reason, comment } = feedbackFields;
    const chosen = view.state.values[reason]?.[reason]?.selected_option?.value;
    await book.note({
      answerId,
      team,
      user,
      verdict: 'bad',
      reason: feedbackReasons.find((one) => one === chosen) ?? null,
      comment: view.state.values[comment]?.[comment]?.value ?? '',
      question: answer.question,
      answer: answer.answer,
      retrieved: answer.retrieved,
      givenAt: new Date().toISOString(),
    });
  });
}
