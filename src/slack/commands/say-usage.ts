import type { Surroundings } from '../listeners/surroundings.js';
import { createMessage } from '../views/message.js';
import { buildNotice } from '../views/notice.js';
import { textsFor } from '../views/texts.js';
import type { CommandCall } from './command.js';

/** Says what a subcommand takes, with an example, to somebody who gave it nothing. */
export async function sayUsage(
  name: 'ask' | 'summary' | 'target' | 'compare' | 'calc',
  { team, user, channel, responseUrl }: CommandCall,
  { languageOf, post }: Surroundings,
): Promise<void> {
  const { usage, missing } = textsFor(await languageOf({ team, user })).commands;
  const message = createMessage(buildNotice(`${missing}\n${usage[name]}`).parts);
  await post({ team, channel, responseUrl }, message);
}
