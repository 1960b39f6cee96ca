import type { App } from '@slack/bolt';
import { escapeMarkup } from '../../views/escape.js';
import { fillIn, textsFor } from '../../views/texts.js';
import { onPress } from '../on-press.js';
import type { Surroundings } from '../surroundings.js';

/** Somebody who presses the same button twice in this time meant it once. */
const twiceMs = 30_000;

/**
 * Asks a suggested question for whoever presses its button: in the thread, under the person's name; where
 * only they see the answer above, to them alone.
 */
export function listenToSuggestions(app: App, surroundings: Surroundings): void {
  const { reply, state, languageOf } = surroundings;
  onPress(app, /^ask_next:/, surroundings, async (press, say) => {
    const { team, user, channel, threadTs, messageTs, actionTs, actionId, isPrivate, responseUrl } = press;
    const text = press.value.trim();
    if (text === '') return say((texts) => texts.buttons.notKept);
    if (!(await state.claim(`press:${channel}:${messageTs}:${actionId}:${user}`, twiceMs))) return;
    const { asked, askedPrivately } = textsFor(await languageOf(press)).headings;
    const question = escapeMarkup(text);
    const isWhispered = isPrivate && responseUrl !== undefined;
    await reply({
      eventId: `press:${channel}:${messageTs}:${actionId}:${actionTs}:${user}`,
      team,
      user,
      channel,
      ts: actionTs,
      text,
      ...(isWhispered
        ? {
            place: 'private',
            responseUrl,
            threadTs: `private:${user}`,
            heading: fillIn(askedPrivately, { question }),
          }
        : {
            place: channel.startsWith('D') ? 'direct' : 'channel',
            threadTs,
            heading: fillIn(asked, { user: `<@${user}>`, question }),
          }),
    });
  });
}
