import type { App } from '@slack/bolt';
import type { Take } from '../../desk/take.js';
import { readQuestion } from '../../question.js';

/** Answers a direct message, in the thread that it starts or stands in: the agent view shows it so. */
export function listenToDirectMessages(app: App, reply: Take): void {
  app.message(async ({ message, body, context }) => {
    if (!('channel_type' in message) || message.channel_type !== 'im') return;
    const { botUserId, teamId: team = body.team_id } = context;
    const { event_id: eventId } = body;
    const question = readQuestion({ event: message, eventId, team, place: 'direct', botUserId });
    if (question !== undefined) await reply(question);
  });
}
