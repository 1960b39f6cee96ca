import type { App } from '@slack/bolt';
import { escapeMarkup } from '../../views/escape.js';
import { Suggestion } from '../../views/suggestions.js';
import { fillIn, textsFor } from '../../views/texts.js';
import { onPress } from '../on-press.js';
import type { Press } from '../press.js';
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
    const suggestion = readValue(press.value);
    if (suggestion === undefined) return say((texts) => texts.buttons.notKept);
    const { question: text, plan } = suggestion;
    const plans = plan === undefined ? undefined : await planCalled(plan, press, surroundings);
    if (plans?.length === 0) return say((texts) => texts.buttons.notShownHere);
    if (!(await state.claim(`press:${channel}:${messageTs}:${actionId}:${user}`, twiceMs))) return;
    const { asked, askedPrivately } = textsFor(await languageOf(press)).headings;
    const question = escapeMarkup(plan === undefined ? text : `${text}（《${plan}》）`);
    const isWhispered = isPrivate && responseUrl !== undefined;
    await reply({
      eventId: `press:${channel}:${messageTs}:${actionId}:${actionTs}:${user}`,
      team,
      user,
      channel,
      ts: actionTs,
      text,
      ...(plans === undefined ? {} : { plans }),
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

/** The plans of this title that may be shown where the button is. */
async function planCalled(
  title: string,
  press: Press,
  { engine, sightFor }: Surroundings,
): Promise<string[]> {
  const { team, user, channel, isPrivate } = press;
  const sight = await sightFor({ team, user, channel, private: isPrivate || channel.startsWith('D') });
  const { plans } = await engine.context(sight);
  return plans.filter((plan) => sight.has(plan.planId) && plan.title === title).map(({ planId }) => planId);
}

function readValue(value: string): Suggestion | undefined {
  try {
    return Suggestion.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
