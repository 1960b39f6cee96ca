import type { App } from '@slack/bolt';
import { z } from 'zod';
import { describeError } from '../../describe-error.js';
import { readText } from '../../question.js';
import { sendDegrading } from '../../send-degrading.js';
import { buildAskAgain } from '../../views/ask-again.js';
import type { Surroundings } from '../surroundings.js';

const deletedSchema = z.looseObject({
  subtype: z.literal('message_deleted'),
  channel: z.string(),
  deleted_ts: z.string(),
});
const editedSchema = z.looseObject({
  subtype: z.literal('message_changed'),
  channel: z.string(),
  channel_type: z.string().optional(),
  message: z.looseObject({
    ts: z.string(),
    thread_ts: z.string().optional(),
    user: z.string(),
    text: z.string(),
    bot_id: z.string().nullish(),
    edited: z.looseObject({ ts: z.string() }),
  }),
  previous_message: z.looseObject({ text: z.string() }),
});
type Edited = z.infer<typeof editedSchema>;

/** Cancels the answer to a question that was deleted, and offers to answer one again that was changed. */
export function listenToChanges(
  app: App,
  surroundings: Pick<Surroundings, 'underWay' | 'answeredThreads' | 'clients' | 'languageOf' | 'log'>,
): void {
  app.message(async ({ message, body, context }) => {
    const deleted = deletedSchema.safeParse(message);
    if (deleted.success) {
      const { channel, deleted_ts: ts } = deleted.data;
      await surroundings.underWay.stop({ channel, ts }, 'deleted');
      return;
    }
    const edited = editedSchema.safeParse(message);
    if (!edited.success || !isNewWording(edited.data)) return;
    const { botUserId, teamId: team = body.team_id } = context;
    if (await isAsked(edited.data, { team, botUserId }, surroundings))
      await offerAgain(edited.data, { team, botUserId }, surroundings);
  });
}

function isNewWording({ message, previous_message: previous }: Edited): boolean {
  return (message.bot_id ?? undefined) === undefined && message.text !== previous.text;
}

/** Whether the message, as it is now, asks planbot something. */
async function isAsked(
  { channel, channel_type: type, message }: Edited,
  { team, botUserId }: { team: string; botUserId: string | undefined },
  { answeredThreads }: Pick<Surroundings, 'answeredThreads'>,
): Promise<boolean> {
  if (message.user === botUserId) return false;
  if (type === 'im' || message.text.includes(`<@${botUserId}>`)) return true;
  const { thread_ts: threadTs } = message;
  return (
    threadTs !== undefined && threadTs !== message.ts && answeredThreads.has({ team, channel, threadTs })
  );
}

async function offerAgain(
  { channel, message }: Edited,
  { team, botUserId }: { team: string; botUserId: string | undefined },
  { underWay, clients, languageOf, log }: Pick<Surroundings, 'underWay' | 'clients' | 'languageOf' | 'log'>,
): Promise<void> {
  const { ts, thread_ts: threadTs = ts, user, edited } = message;
  await underWay.stop({ channel, ts }, 'edited');
  const text = readText(message.text, botUserId);
  const { client } = await clients(team);
  const offer = buildAskAgain({
    threadTs,
    editTs: edited.ts,
    text,
    language: await languageOf({ team, user }),
  });
  try {
    await sendDegrading(
      offer,
      (blocks) =>
        client.chat.postEphemeral({
          channel,
          user,
          thread_ts: threadTs,
          text: offer.text,
          blocks: [...blocks],
        }),
      log,
    );
  } catch (error) {
    log.warn(
      { channel, error: describeError(error, [text]) },
      'a changed question was not offered to be answered',
    );
  }
}
