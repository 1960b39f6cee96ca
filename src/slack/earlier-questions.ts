import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { describeError } from './describe-error.js';
import { readQuestion } from './question.js';
import type { FindEarlierQuestions } from './threads.js';

/** Messages that Slack gives an app outside the Marketplace in one call. */
const replyLimit = 15;

/** Reads a thread's earlier questions from Slack: in a channel those that mention planbot. */
export function createFindEarlierQuestions({
  client,
  log,
  botUserId,
}: {
  client: webApi.WebClient;
  log: Logger;
  botUserId: string | undefined;
}): FindEarlierQuestions {
  return async ({ channel, threadTs, ts, place, eventId }) => {
    try {
      const { messages = [] } = await client.conversations.replies({
        channel,
        ts: threadTs,
        limit: replyLimit,
      });
      return messages
        .filter((message) => Number(message.ts) < Number(ts))
        .filter((message) => place === 'direct' || (message.text ?? '').includes(`<@${botUserId}>`))
        .map(
          (message) =>
            readQuestion({ event: { ...message, channel }, eventId, place, botUserId })?.text ?? '',
        )
        .filter((text) => text !== '');
    } catch (error) {
      // A thread without its past is still answered; the question may well stand alone.
      log.warn({ channel, error: describeError(error) }, 'earlier questions of a thread are not to be had');
      return [];
    }
  };
}
