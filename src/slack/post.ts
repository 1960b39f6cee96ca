import type { types } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Clients } from './connection/clients.js';
import type { AnswerMetadata } from './desk/answer-metadata.js';
import { sendDegrading } from './send-degrading.js';
import type { Message } from './views/message.js';

/** Where a message goes: into a thread, or for a person's id in the place of a channel to that person alone. */
export interface PostTarget {
  team: string;
  channel: string;
  threadTs?: string;
}

/** Posts a message and returns its `ts`; answers carry what they are found by after a crash. */
export type Post = (target: PostTarget, message: Message, metadata?: AnswerMetadata) => Promise<string>;

/** Creates the only way in which new messages reach Slack. */
export function createPost({ clients, log }: { clients: Clients; log: Logger }): Post {
  return async ({ team, channel, threadTs }, message, metadata) => {
    const { client } = await clients(team);
    const post = async (blocks: readonly types.KnownBlock[]): Promise<string> => {
      const { ts } = await client.chat.postMessage({
        channel,
        ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
        ...(metadata === undefined ? {} : { metadata: { ...metadata } }),
        text: message.text,
        blocks: [...blocks],
        unfurl_links: false,
        unfurl_media: false,
      });
      return ts ?? '';
    };
    return sendDegrading(message, post, log);
  };
}
