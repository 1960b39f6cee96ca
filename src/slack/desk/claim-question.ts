import type { IncomingQuestion } from '../question.js';
import type { Claims } from '../state/state.js';

/** Slack may hand out an event again for as long as a day. */
const claimMs = 24 * 60 * 60 * 1_000;

/** True for the first taker of a question: one event may come several times, and one message as several events. */
export async function claimQuestion(
  { eventId, channel, ts }: IncomingQuestion,
  claims: Claims,
): Promise<boolean> {
  for (const key of [`event:${eventId}`, `message:${channel}:${ts}`]) {
    if (!(await claims.claim(key, claimMs))) return false;
  }
  return true;
}
