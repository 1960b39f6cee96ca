import type { Logger } from 'pino';
import type { Clients } from './connection/clients.js';
import { type AnswerMetadata, noteMark } from './desk/answer-metadata.js';
import { sendDegrading } from './send-degrading.js';
import { sendResponse } from './send-response.js';
import type { Message, SlackBlock } from './views/message.js';

/** Where a message goes, and in which workspace. */
export interface PostTarget {
  team: string;
  /** A person's id in the place of a channel is that person's direct messages. */
  channel: string;
  /** The thread; without one the message stands in the channel itself. */
  threadTs?: string;
  /** For somebody alone: the address that came with their command or button. */
  responseUrl?: string | undefined;
}

/**
 * Posts a message and returns its `ts`, which a message for one person alone does not have. Answers carry
 * what they are found by after a crash.
 */
export type Post = (target: PostTarget, message: Message, metadata?: AnswerMetadata) => Promise<string>;

/** Creates the only way in which new messages reach Slack. */
export function createPost({ clients, log }: { clients: Clients; log: Logger }): Post {
  return async ({ team, channel, threadTs, responseUrl }, message, metadata) => {
    const { text } = message;
    if (responseUrl !== undefined) {
      const whisper = (blocks: readonly SlackBlock[]): Promise<void> =>
        sendResponse(responseUrl, { text, blocks, response_type: 'ephemeral', replace_original: false });
      await sendDegrading(message, whisper, log);
      return '';
    }
    const { client } = await clients(team);
    const post = async (blocks: readonly SlackBlock[]): Promise<string> => {
      const { ts } = await client.chat.postMessage({
        channel,
        ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
        metadata: { ...(metadata ?? noteMark) },
        text,
        blocks: [...blocks],
        unfurl_links: false,
        unfurl_media: false,
      });
      return ts ?? '';
    };
    return sendDegrading(message, post, log);
  };
}
