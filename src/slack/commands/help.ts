import { buildHelp } from '../views/help.js';
import type { Command } from './command.js';

/** Says what can be done, with an example of each. */
export const helpCommand: Command = async (call, { languageOf, post }) => {
  const { team, channel, responseUrl } = call;
  await post({ team, channel, responseUrl }, buildHelp(await languageOf(call)));
};
