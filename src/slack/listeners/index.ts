import type { App } from '@slack/bolt';
import { listenToMentions } from './app-mention.js';
import { listenToDirectMessages } from './direct-message.js';
import { listenToRemoval } from './removal.js';
import type { Surroundings } from './surroundings.js';

/** Registers every listener; a new one is a file of its own and a line here. */
export function registerListeners(app: App, surroundings: Surroundings): void {
  const { reply } = surroundings;
  listenToMentions(app, reply);
  listenToDirectMessages(app, reply);
  listenToRemoval(app, surroundings);
}
