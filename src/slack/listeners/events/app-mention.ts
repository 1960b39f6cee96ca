import type { App } from '@slack/bolt';
import type { Take } from '../../desk/take.js';
import { readQuestion } from '../../question.js';

/** Answers a mention in a channel, in its thread. */
export function listenToMentions(app: App, reply: Take): void {
  app.event('app_mention', async ({ event, body, context }) => {
    const { botUserId, teamId: team = body.team_id } = context;
    const question = readQuestion({ event, eventId: body.event_id, team, place: 'channel', botUserId });
    if (question !== undefined) await reply(question);
  });
}
