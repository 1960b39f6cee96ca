import type { Logger } from 'pino';
import type { Settings } from '../../config.js';
import { createClientOptions } from './client-options.js';
import { nameRefused } from './name-refused.js';
import { createPace } from './pace.js';
import { PacedClient } from './paced-client.js';
import type { Workspaces } from './workspaces.js';

/**
 * The one workspace that a bot token is of.
 * @throws PlanbotError `invalid_settings` when Slack does not take the token.
 */
export async function openOneWorkspace({
  botToken,
  settings,
  log,
}: {
  botToken: string;
  settings: Settings;
  log: Logger;
}): Promise<Workspaces> {
  const client = new PacedClient(botToken, createClientOptions(settings, log), createPace({ log }));
  const { user_id: botUserId = '', bot_id: botId = '' } = await nameRefused('SLACK_BOT_TOKEN', () =>
    client.auth.test(),
  );
  return {
    authorize: async () => ({ botToken, botId, botUserId }),
    clients: async () => ({ client, botUserId }),
  };
}
