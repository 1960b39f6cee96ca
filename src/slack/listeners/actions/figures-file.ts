import type { App } from '@slack/bolt';
import { indicatorCsv } from '../../../cli/print-indicators.js';
import { seesAll } from '../../access/sees-all.js';
import { uploadFile } from '../../upload-file.js';
import { fillIn, textsFor } from '../../views/texts.js';
import { onPress } from '../on-press.js';
import type { Surroundings } from '../surroundings.js';

/** Without it, Excel takes Chinese for something else. */
const byteOrderMark = '\uFEFF';
/** Somebody who presses twice in this time meant it once. */
const twiceMs = 10_000;
const titleLimit = 80;

/** Puts the indicator rows of an answer into the thread as a CSV; where only the asker saw it, to them alone. */
export function listenToFigureFiles(app: App, surroundings: Surroundings): void {
  const { kept, sightFor, state, clients, languageOf } = surroundings;
  onPress(app, 'figures_file', surroundings, async (press, say) => {
    const { team, user, channel, messageTs, threadTs, isPrivate, value: id } = press;
    const answer = await kept.find(id);
    if (answer === undefined || answer.rows.length === 0) return say((texts) => texts.buttons.notKept);
    const sight = await sightFor({ team, user, channel, private: isPrivate || channel.startsWith('D') });
    if (
      !seesAll(
        sight,
        answer.rows.map(({ row }) => row.planId),
      )
    )
      return say((texts) => texts.buttons.notShownHere);
    if (!(await state.claim(`file:${channel}:${messageTs}:${user}`, twiceMs))) return;
    const { client } = await clients(team);
    const { comment, sent } = textsFor(await languageOf(press)).file;
    const title = answer.question.slice(0, titleLimit);
    const content = byteOrderMark + indicatorCsv(answer.rows.map(({ row }) => row));
    const file = { name: `planbot-${id.slice(0, 8)}.csv`, title, content: Buffer.from(content, 'utf8') };
    await uploadFile({
      client,
      file,
      target: isPrivate ? { user } : { channel, threadTs },
      comment: fillIn(comment, { title }),
    });
    if (isPrivate) await say(() => sent);
  });
}
