import type { App } from '@slack/bolt';
import { z } from 'zod';
import { seesAll } from '../../access/sees-all.js';
import type { Sight } from '../../access/sight.js';
import { citedPassages, storedPassages } from '../../answers/shown-passages.js';
import { buildPassageMessage } from '../../views/passage-message.js';
import { buildPassageModal } from '../../views/passage-modal.js';
import { onPress } from '../on-press.js';
import { openModal } from '../open-modal.js';
import type { Press } from '../press.js';
import type { Surroundings } from '../surroundings.js';

const SourceButton = z.object({
  answer: z.string(),
  citations: z.array(z.number().int()),
  passages: z.array(z.string()),
});

/** Opens the whole passage of a source, as it was cited, with what stands around it. */
export function listenToSources(app: App, surroundings: Surroundings): void {
  const { kept, engine, languageOf, post, log } = surroundings;
  onPress(app, 'open_source', surroundings, async (press, say) => {
    const button = readValue(press.value);
    if (button === undefined) return say((texts) => texts.buttons.notKept);
    const sight = await sightOf(press, surroundings);
    const answer = await kept.find(button.answer);
    const shown =
      answer === undefined
        ? await storedPassages(await engine.context(sight), button.passages)
        : citedPassages(answer, button.citations);
    if (shown.length === 0) return say((texts) => texts.buttons.notKept);
    if (
      !seesAll(
        sight,
        shown.map(({ planId }) => planId),
      )
    )
      return say((texts) => texts.buttons.notShownHere);
    const language = await languageOf(press);
    const view = buildPassageModal(shown, language);
    if (await openModal({ press, view, surroundings })) return;
    log.info({ channel: press.channel }, 'a passage is shown as a message, not as a modal');
    await post(press, buildPassageMessage(shown, language));
  });
}

/** Only the person sees a modal; what the channel may see, its people may open. */
async function sightOf({ team, user, channel }: Press, { sightFor }: Surroundings): Promise<Sight> {
  const [inChannel, own] = await Promise.all([
    sightFor({ team, user, channel, private: false }),
    sightFor({ team, user, channel, private: true }),
  ]);
  return new Set([...inChannel, ...own]);
}

function readValue(value: string): z.infer<typeof SourceButton> | undefined {
  try {
    return SourceButton.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
