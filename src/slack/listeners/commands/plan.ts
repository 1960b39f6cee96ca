import type { App } from '@slack/bolt';
import { commands } from '../../commands/index.js';
import { parseCommand } from '../../commands/parse-command.js';
import { describeError } from '../../describe-error.js';
import { buildHelp } from '../../views/help.js';
import type { Surroundings } from '../surroundings.js';

const dayMs = 24 * 60 * 60 * 1_000;

/** Answers `/plan …` to whoever typed it; nothing, or no subcommand that there is, gets help. */
export function listenToPlanCommand(app: App, surroundings: Surroundings): void {
  const { state, languageOf, post, tell, log } = surroundings;
  app.command('/plan', async ({ ack, body, context }) => {
    await ack();
    const { user_id: user, channel_id: channel, response_url: responseUrl, trigger_id: trigger } = body;
    const { name, word, text } = parseCommand(body.text ?? '');
    const id = `command:${trigger}`;
    const call = { id, team: context.teamId ?? body.team_id, user, channel, text, responseUrl };
    try {
      if (!(await state.claim(id, dayMs))) return;
      if (name !== undefined) await commands[name](call, surroundings);
      else await post(call, buildHelp(await languageOf(call), word === '' ? undefined : word));
    } catch (error) {
      log.warn({ command: name, error: describeError(error, [text]) }, 'a command did not work');
      const moment = { ts: String(Date.now() / 1_000), threadTs: '', place: 'private' as const };
      await tell.failure({ ...call, ...moment, eventId: id }, error);
    }
  });
}
