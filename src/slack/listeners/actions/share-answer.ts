import { type App, webApi } from '@slack/bolt';
import { seesAll } from '../../access/sees-all.js';
import type { KeptAnswer } from '../../answers/kept-answers.js';
import { personKey } from '../../state/person-key.js';
import { escapeMarkup } from '../../views/escape.js';
import { fillIn, textsFor } from '../../views/texts.js';
import { onPress } from '../on-press.js';
import type { Press } from '../press.js';
import type { Surroundings } from '../surroundings.js';

/** Somebody who presses twice in this time meant it once. */
const twiceMs = 10_000;
const dayMs = 24 * 60 * 60 * 1_000;
/** What Slack answers where planbot may not write. */
const notThere = new Set(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action']);

/** Puts an answer that only its asker saw into the channel, where the channel may see all that it shows. */
export function listenToSharing(app: App, surroundings: Surroundings): void {
  const { kept, sightFor, state } = surroundings;
  onPress(app, 'share_answer', surroundings, async (press, say) => {
    const { team, user, channel, value: id } = press;
    const answer = await kept.find(id);
    if (answer === undefined) return say((texts) => texts.buttons.notKept);
    if (answer.user !== user || answer.team !== team) return say((texts) => texts.buttons.notYours);
    const isDirect = channel.startsWith('D');
    const sight = await sightFor({ team, user, channel, private: isDirect });
    if (!seesAll(sight, answer.planIds)) return say((texts) => texts.buttons.notForChannel);
    if (!(await state.claim(`share:${id}:${channel}`, twiceMs))) return;
    const shared = state.records('shared-answers');
    const place = `${id}:${channel}`;
    if ((await shared.get(place)) !== undefined) return say((texts) => texts.buttons.sharedBefore);
    try {
      await share(press, answer, surroundings);
      await shared.put({ id: place, value: true, person: personKey(press), ttlMs: dayMs });
    } catch (error) {
      if (!(error instanceof webApi.WebAPIPlatformError) || !notThere.has(error.data.error)) throw error;
      return say((texts) => texts.buttons.notInChannel);
    }
    await say((texts) => texts.buttons.shared);
  });
}

async function share({ team, user, channel }: Press, answer: KeptAnswer, surroundings: Surroundings) {
  const { present, post, languageOf } = surroundings;
  const { shared } = textsFor(await languageOf({ team, user })).headings;
  const heading = fillIn(shared, { user: `<@${user}>`, question: escapeMarkup(answer.question) });
  const { messages, keep } = await present(
    { team, user, channel, isPrivate: false, heading, planIds: answer.planIds },
    {
      id: '',
      question: answer.question,
      engine: 'embedded',
      model: null,
      answer: answer.answer,
      retrieved: answer.retrieved,
      timingMs: 0,
    },
  );
  await keep();
  let threadTs: string | undefined;
  for (const message of messages) {
    const ts = await post({ team, channel, ...(threadTs === undefined ? {} : { threadTs }) }, message);
    threadTs ??= ts;
  }
}
