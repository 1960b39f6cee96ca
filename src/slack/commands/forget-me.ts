import { buildServiceMessage } from '../views/service-message.js';
import type { Command } from './command.js';

/** Deletes what is kept of the person, and says how much that was. */
export const forgetMeCommand: Command = async (call, { forgetPerson, languageOf, post }) => {
  const { team, user, channel, responseUrl } = call;
  const count = await forgetPerson({ team, user });
  const language = await languageOf(call);
  const message = buildServiceMessage('forgotten', { language, values: { count: String(count) } });
  await post({ team, channel, responseUrl }, message);
};
