import type { AllMiddlewareArgs, AnyMiddlewareArgs, RespondFn, types } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import { detectLanguage } from '../../answer/understand/detect-language.js';
import type { Clients } from '../connection/clients.js';
import { describeError } from '../describe-error.js';
import type { InterfaceLanguage } from '../interface-language.js';
import { readQuestion } from '../question.js';
import type { Claims } from '../state/state.js';
import { buildServiceMessage, type Notice } from '../views/service-message.js';
import type { Asker } from './may-ask.js';

interface Refused {
  asker: Asker;
  refusal: Notice;
  clients: Clients;
  languageOf: InterfaceLanguage;
  claims: Claims;
  log: Logger;
}

const dayMs = 24 * 60 * 60 * 1_000;
const eventSchema = z.object({ event_id: z.string(), event: z.looseObject({ type: z.string() }) });
const homeSchema = z.object({
  event: z.object({ type: z.literal('app_home_opened'), tab: z.literal('home') }),
});
const clickSchema = z.looseObject({
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
  view: z.object({ id: z.string(), type: z.string() }).optional(),
});

/** Tells somebody, and nobody else, why there is no answer; in the way that fits what they did. Never throws. */
export async function tellRefusal(
  incoming: AnyMiddlewareArgs & AllMiddlewareArgs,
  refused: Refused,
): Promise<void> {
  const { asker, refusal, languageOf, log } = refused;
  try {
    if ('event' in incoming && !homeSchema.safeParse(incoming.body).success)
      return await answerMessage(incoming.body, refused);
    const { text } = buildServiceMessage(refusal, { language: await languageOf(asker) });
    if ('event' in incoming) return await emptyHome(text, refused);
    if ('command' in incoming) await incoming.ack({ response_type: 'ephemeral', text });
    else if ('options' in incoming) await incoming.ack({ options: [] });
    else if ('view' in incoming) await incoming.ack({ response_action: 'update', view: noticeView(text) });
    else {
      await incoming.ack();
      await answerClick(incoming, text, refused);
    }
  } catch (error) {
    log.warn({ refusal, error: describeError(error) }, 'a refusal was not told');
  }
}

/** What Home showed somebody who might ask once is shown no more. */
async function emptyHome(text: string, { asker: { team, user }, clients }: Refused): Promise<void> {
  const { client } = await clients(team);
  const blocks = [{ type: 'section' as const, text: { type: 'plain_text' as const, text } }];
  await client.views.publish({ user_id: user, view: { type: 'home', blocks } });
}

/** Under a message to that person alone; in the place of a form; otherwise in a window. */
async function answerClick(
  incoming: { body: unknown; respond: RespondFn },
  text: string,
  { asker, clients }: Refused,
): Promise<void> {
  const { response_url: url, trigger_id, view } = clickSchema.safeParse(incoming.body).data ?? {};
  const { client } = await clients(asker.team);
  if (url !== undefined) {
    await incoming.respond({ text, response_type: 'ephemeral', replace_original: false });
  } else if (view?.type === 'modal') {
    await client.views.update({ view_id: view.id, view: noticeView(text) });
  } else if (trigger_id !== undefined) await client.views.open({ trigger_id, view: noticeView(text) });
}

/** People's own talk in a channel is no question, and needs no answer. */
async function answerMessage(body: unknown, { asker, refusal, clients, claims }: Refused): Promise<void> {
  const { team, user, channel: where } = asker;
  const { event, event_id: eventId } = eventSchema.safeParse(body).data ?? {};
  const place = where?.startsWith('D') ? 'direct' : 'channel';
  if (event === undefined || eventId === undefined) return;
  if (place === 'channel' && event.type !== 'app_mention') return;
  const { client, botUserId } = await clients(team);
  const question = readQuestion({ event, eventId, team, place, botUserId });
  if (question === undefined) return;
  const { channel, ts, threadTs } = question;
  if (!(await claims.claim(`refused:${channel}:${ts}`, dayMs))) return;
  const { text } = buildServiceMessage(refusal, { language: detectLanguage(question.text) });
  if (place === 'direct') await client.chat.postMessage({ channel, thread_ts: threadTs, text });
  else await client.chat.postEphemeral({ channel, user, text });
}

function noticeView(text: string): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'planbot' },
    blocks: [{ type: 'section', text: { type: 'plain_text', text } }],
  };
}
