import type { App } from '@slack/bolt';
import type { Reply } from '../reply.js';
import { listenToMentions } from './app-mention.js';
import { listenToDirectMessages } from './direct-message.js';

/** Registers every listener; a new one is a file of its own and a line here. */
export function registerListeners(app: App, { reply }: { reply: Reply }): void {
  listenToMentions(app, reply);
  listenToDirectMessages(app, reply);
}
