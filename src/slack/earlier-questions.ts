import type { Logger } from 'pino';
import type { Clients } from './connection/clients.js';
import { describeError } from './describe-error.js';
import { readQuestion } from './question.js';
import type { FindEarlierQuestions } from './threads.js';

/** Messages that Slack gives an app outside the Marketplace in one call. */
const replyLimit = 15;

/** Reads a thread's earlier questions from Slack: in a channel those that mention planbot. */
export function createFindEarlierQuestions({
  clients,
  log,
}: {
  clients: Clients;
  log: Logger;
}): FindEarlierQuestions {
  return async ({ team, channel, threadTs, ts, place, eventId }) => {
    // What only the asker sees stands in no thread.
    if (place === 'private') return [];
    try {
      const { client, botUserId } = await clients(team);
      const { messages = [] } = await client.conversations.replies({
        channel,
        ts: threadTs,
        limit: replyLimit,
      });
      return messages
        .filter((message) => Number(message.ts) < Number(ts))
        .filter((message) => place === 'direct' || (message.text ?? '').includes(`<@${botUserId}>`))
        .map((message) => readQuestion({ event: { ...message, channel }, eventId, team, place, botUserId }))
        .filter((question) => question !== undefined && question.text !== '')
        .flatMap((question) => question ?? []);
    } catch (error) {
      // A thread without its past is still answered; the question may well stand alone.
      log.warn({ channel, error: describeError(error) }, 'earlier questions of a thread are not to be had');
      return [];
    }
  };
}
