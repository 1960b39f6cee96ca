import type { App } from '@slack/bolt';
import { readQuestion } from '../question.js';
import type { Reply } from '../reply.js';

/** Answers a mention in a channel, in its thread. */
export function listenToMentions(app: App, reply: Reply): void {
  app.event('app_mention', async ({ event, body, context }) => {
    const { botUserId, teamId: team = body.team_id } = context;
    const question = readQuestion({ event, eventId: body.event_id, team, place: 'channel', botUserId });
    if (question !== undefined) await reply(question);
  });
}
