import type { App } from '@slack/bolt';
import { describeError } from '../describe-error.js';
import { buildNotice } from '../views/notice.js';
import { fillIn, type Texts, textsFor } from '../views/texts.js';
import { type Press, readPress } from './press.js';
import type { Surroundings } from './surroundings.js';

/** A sentence that is said to whoever pressed a button, in the language in which they have Slack. */
export type Say = (choose: (texts: Texts) => string, values?: Record<string, string>) => Promise<void>;

/** What a button does; it may say something to whoever pressed it. */
export type OnPress = (press: Press, say: Say) => Promise<void>;

/**
 * Listens to a button: it is acknowledged before the work, and whatever goes wrong ends in a sentence that
 * only the person who pressed it sees.
 */
export function onPress(
  app: App,
  actionId: string | RegExp,
  { languageOf, post, tell, log }: Surroundings,
  work: OnPress,
): void {
  app.action(actionId, async ({ ack, body, action, context }) => {
    await ack();
    const press = readPress({ body, action, team: context.teamId });
    if (press === undefined) return;
    const { team, user, channel, responseUrl } = press;
    const say: Say = async (choose, values = {}) => {
      const text = fillIn(choose(textsFor(await languageOf({ team, user }))), values);
      const target = responseUrl === undefined ? { team, channel: user } : { team, channel, responseUrl };
      await post(target, buildNotice(text));
    };
    try {
      await work(press, say);
    } catch (error) {
      log.warn({ actionId: press.actionId, error: describeError(error) }, 'a button did not work');
      await tell.failure(asQuestion(press), error);
    }
  });
}

/** A press as what it is told about by when it fails. */
function asQuestion({ team, user, channel, threadTs, actionTs, actionId, responseUrl }: Press) {
  return {
    eventId: `press:${channel}:${actionTs}:${actionId}`,
    team,
    user,
    channel,
    ts: actionTs,
    threadTs,
    place: 'private' as const,
    text: '',
    ...(responseUrl === undefined ? {} : { responseUrl }),
  };
}
