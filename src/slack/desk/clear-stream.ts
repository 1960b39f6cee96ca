import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import { describeError } from '../describe-error.js';
import type { OpenStreams } from '../progress/open-streams.js';
import type { IncomingQuestion } from '../question.js';

const messageSchema = z.object({
  ts: z.string(),
  user: z.string().optional(),
  metadata: z.unknown().optional(),
  files: z.unknown().optional(),
});

/**
 * Takes away what was streamed under a question before a crash, so that only the whole answer stands there.
 * Where the crash came before the stream's message was known, it is the one message of planbot after the
 * question that says nothing of itself: every other one does.
 */
export async function clearStream(
  question: IncomingQuestion,
  messages: readonly unknown[],
  given: { client: webApi.WebClient; botUserId: string; openStreams: OpenStreams; log: Logger },
): Promise<void> {
  const { client, botUserId, openStreams, log } = given;
  const left = await openStreams.find(question);
  if (left === undefined) return;
  const { channel } = question;
  const ts = left.ts ?? onlyUnmarked(messages, question, botUserId);
  if (ts !== undefined) {
    // Slack may have ended it by itself.
    await client.chat.stopStream({ channel, ts }).catch(() => undefined);
    await client.chat.delete({ channel, ts }).catch((error: unknown) => {
      log.warn({ channel, error: describeError(error) }, 'a stream that a crash left was not taken away');
    });
  }
  await openStreams.forget(question);
}

function onlyUnmarked(
  messages: readonly unknown[],
  { ts: asked }: IncomingQuestion,
  botUserId: string,
): string | undefined {
  const unmarked = messages.flatMap((message) => {
    const { data } = messageSchema.safeParse(message);
    if (data?.user !== botUserId || data.metadata || data.files) return [];
    const isMeant = Number(data.ts) > Number(asked);
    return isMeant ? [data.ts] : [];
  });
  return unmarked.length === 1 ? unmarked[0] : undefined;
}
