import type { types } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Clients } from './connection/clients.js';
import { sendDegrading } from './send-degrading.js';
import type { Message } from './views/message.js';

/** The thread that a message goes into, and in which workspace. */
export interface PostTarget {
  team: string;
  channel: string;
  threadTs: string;
}

/** Posts a message in a thread and returns its `ts`. */
export type Post = (target: PostTarget, message: Message) => Promise<string>;

/** Creates the only way in which new messages reach Slack. */
export function createPost({ clients, log }: { clients: Clients; log: Logger }): Post {
  return async ({ team, channel, threadTs }, message) => {
    const { client } = await clients(team);
    const post = async (blocks: readonly types.KnownBlock[]): Promise<string> => {
      const { ts } = await client.chat.postMessage({
        channel,
        thread_ts: threadTs,
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
