import type { App, BlockButtonAction } from '@slack/bolt';
import { describeError } from '../../describe-error.js';
import { AskAgain, askAgainAction } from '../../views/ask-again.js';
import type { Surroundings } from '../surroundings.js';

/** Answers a changed question anew, in its thread, and takes the offer away. */
export function listenToAskAgain(app: App, { reply, log }: Pick<Surroundings, 'reply' | 'log'>): void {
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: askAgainAction }, async (given) => {
    const { ack, action, body, context, respond } = given;
    await ack();
    const asked = readValue(action.value ?? '');
    const channel = body.channel?.id;
    if (asked === undefined || channel === undefined) return;
    await respond({ delete_original: true }).catch((error: unknown) => {
      log.info({ channel, error: describeError(error) }, 'an offer was not taken away');
    });
    const { threadTs, editTs, text } = asked;
    const { teamId: team = body.team?.id ?? '' } = context;
    const place = channel.startsWith('D') ? 'direct' : 'channel';
    // The time of the change stands for the question as it is now: it is answered once, however often it is pressed.
    const eventId = `again:${channel}:${threadTs}:${editTs}`;
    await reply({ eventId, team, channel, user: body.user.id, ts: editTs, threadTs, place, text });
  });
}

function readValue(value: string): AskAgain | undefined {
  try {
    return AskAgain.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
