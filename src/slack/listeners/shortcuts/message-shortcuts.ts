import type { App, MessageShortcut } from '@slack/bolt';
import { checkFigures } from '../../../answer/check-figures/check-figures.js';
import { toRecord } from '../../../answer/check-figures/to-record.js';
import { detectLanguage } from '../../../answer/understand/detect-language.js';
import { type IncomingQuestion, readText } from '../../question.js';
import { escapeMarkup } from '../../views/escape.js';
import { buildNotice } from '../../views/notice.js';
import { fillIn, textsFor } from '../../views/texts.js';
import type { Surroundings } from '../surroundings.js';

const excerptLimit = 80;
const dayMs = 24 * 60 * 60_000;

/** Two things to do with anybody's message, each only for whoever does it: answer it, and check its figures. */
export function listenToMessageShortcuts(app: App, needs: Surroundings): void {
  app.shortcut<MessageShortcut>({ callback_id: 'answer_message', type: 'message_action' }, async (given) => {
    await given.ack();
    const question = await readMessage(given.shortcut, given.context, 'answered', needs);
    if (question.text === '') await sayEmpty(question, needs);
    else await needs.reply(question);
  });
  app.shortcut<MessageShortcut>({ callback_id: 'check_message', type: 'message_action' }, async (given) => {
    await given.ack();
    const question = await readMessage(given.shortcut, given.context, 'checked', needs);
    try {
      if (await needs.state.claim(`event:${question.eventId}`, dayMs)) await check(question, needs);
    } catch (error) {
      await needs.tell.failure(question, error);
    }
  });
}

/** The message as a question of whoever chose the shortcut, apart from whatever else its thread is about. */
async function readMessage(
  shortcut: MessageShortcut,
  { teamId, botUserId }: { teamId?: string | undefined; botUserId?: string | undefined },
  what: 'answered' | 'checked',
  { languageOf }: Surroundings,
): Promise<IncomingQuestion> {
  const { user, channel, message, action_ts: ts, response_url: responseUrl } = shortcut;
  const team = teamId ?? shortcut.team?.id ?? '';
  const text = readText(message.text ?? '', botUserId);
  const said = text.length <= excerptLimit ? text : `${text.slice(0, excerptLimit)}…`;
  const { message: texts } = textsFor(await languageOf({ team, user: user.id }));
  return {
    eventId: `shortcut:${what}:${user.id}:${ts}`,
    team,
    channel: channel.id,
    user: user.id,
    ts,
    threadTs: ts,
    place: 'private',
    responseUrl,
    text,
    heading: fillIn(texts[what], { said: escapeMarkup(said.replace(/\s+/g, ' ')) }),
  };
}

async function check(question: IncomingQuestion, needs: Surroundings): Promise<void> {
  const { engine, sightFor, present, post } = needs;
  const { text, team, user, channel, heading } = question;
  if (text === '') return sayEmpty(question, needs);
  const context = await engine.context(await sightFor({ ...question, private: true }));
  const language = detectLanguage(text);
  const record = toRecord(text, await checkFigures(context, { text, language }), language);
  const { messages, keep } = await present({ team, user, channel, isPrivate: true, heading }, record);
  for (const message of messages) await post(question, message);
  await keep();
}

async function sayEmpty(question: IncomingQuestion, { languageOf, post }: Surroundings): Promise<void> {
  await post(question, buildNotice(textsFor(await languageOf(question)).message.empty));
}
