import type { App } from '@slack/bolt';
import { createFeedbackBook } from '../../feedback/feedback.js';
import { buildFeedbackForm } from '../../views/feedback-form.js';
import { onPress } from '../on-press.js';
import { openModal } from '../open-modal.js';
import type { Surroundings } from '../surroundings.js';

/** Notes what somebody thinks of an answer; a form asks what was not right. */
export function listenToFeedback(app: App, surroundings: Surroundings): void {
  const { kept, state, settings, languageOf } = surroundings;
  const book = createFeedbackBook({ state, retentionDays: settings.PLANBOT_RETENTION_DAYS });
  onPress(app, /^feedback(?::|$)/, surroundings, async (press, say) => {
    const { team, user } = press;
    const [verdict, answerId = ''] = press.value.split(':');
    const answer = await kept.find(answerId);
    if (answer === undefined || (verdict !== 'good' && verdict !== 'bad'))
      return say((texts) => texts.buttons.notKept);
    const isAsker = answer.user === user && answer.team === team;
    if (answer.isPrivate && !isAsker) return say((texts) => texts.buttons.notKept);
    const { question, retrieved } = answer;
    await book.note({
      answerId,
      team,
      user,
      verdict,
      reason: null,
      comment: '',
      question,
      answer: answer.answer,
      retrieved,
      givenAt: new Date().toISOString(),
    });
    if (verdict === 'good') return say((texts) => texts.feedback.thanks);
    const view = buildFeedbackForm({ answerId, question, language: await languageOf(press) });
    if (!(await openModal({ press, view, surroundings }))) await say((texts) => texts.feedback.thanks);
  });
}
