import type { App, BlockButtonAction } from '@slack/bolt';
import { describeError } from '../../describe-error.js';
import { buildNotice } from '../../views/notice.js';
import { fillIn, textsFor } from '../../views/texts.js';
import type { Surroundings } from '../surroundings.js';

const dayMs = 24 * 60 * 60_000;

/** Asks a question of Home in the person's own conversation with planbot, and answers it there. */
export function listenToHomeQuestions(
  app: App,
  needs: Pick<Surroundings, 'reply' | 'clients' | 'languageOf' | 'state' | 'log'>,
): void {
  const actionId = /^home_ask(?:_again)?:\d+$/;
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: actionId }, async (given) => {
    const { ack, action, body, context } = given;
    await ack();
    const { teamId: team = body.team?.id ?? '' } = context;
    const { value: text = '', action_ts: pressedAt } = action;
    const person = { team, user: body.user.id };
    const eventId = `home:${person.user}:${pressedAt}`;
    // The question is posted before it is answered, so a press that comes twice is told apart here.
    if (text === '' || !(await needs.state.claim(`press:${eventId}`, dayMs))) return;
    try {
      const { channel, ts } = await postQuestion({ ...person, text }, needs);
      await needs.reply({ ...person, eventId, channel, ts, threadTs: ts, place: 'direct', text });
    } catch (error) {
      needs.log.error({ error: describeError(error, [text]) }, 'a question of Home was not asked');
    }
  });
}

async function postQuestion(
  { team, user, text }: { team: string; user: string; text: string },
  { clients, languageOf }: Pick<Surroundings, 'clients' | 'languageOf'>,
): Promise<{ channel: string; ts: string }> {
  const { home } = textsFor(await languageOf({ team, user }));
  const message = buildNotice(fillIn(home.asked, { question: text }));
  const { client } = await clients(team);
  const { channel = user, ts = '' } = await client.chat.postMessage({
    channel: user,
    text: message.text,
    unfurl_links: false,
    unfurl_media: false,
  });
  return { channel, ts };
}
