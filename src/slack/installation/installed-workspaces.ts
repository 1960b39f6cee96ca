import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Settings } from '../../config.js';
import { PlanbotError } from '../../errors.js';
import { createClientOptions } from '../connection/client-options.js';
import type { Tokens } from '../connection/mode.js';
import { createPace, type Pace } from '../connection/pace.js';
import { PacedClient } from '../connection/paced-client.js';
import type { EventSource, Workspaces } from '../connection/workspaces.js';
import type { State } from '../state/state.js';
import { createEnterprises } from './enterprises.js';
import { installationId, type KeptInstallation, openInstallations } from './installations.js';
import { createRenewToken } from './renew-token.js';

/** Every workspace that installed planbot, each with its own token. */
export async function openInstalledWorkspaces({
  tokens,
  settings,
  state,
  log,
}: {
  tokens: Extract<Tokens, { kind: 'installed' }>;
  settings: Settings;
  state: State;
  log: Logger;
}): Promise<Workspaces> {
  const { clientId, clientSecret, secretKey } = tokens;
  const installations = openInstallations({ state, secretKey });
  const options = createClientOptions(settings, log);
  const client = new webApi.WebClient(undefined, options);
  const renewToken = createRenewToken({ installations, state, client, clientId, clientSecret, log });
  const find = async (source: EventSource): Promise<KeptInstallation> => {
    for (const id of idsOf(source)) {
      const installation = await installations.find(id);
      if (installation !== undefined) return renewToken(id, installation);
    }
    throw notInstalled(source);
  };
  const enterprises = createEnterprises(state);
  const clients = new Map<string, { token: string; client: PacedClient; pace: Pace }>();
  return {
    async authorize(source) {
      const { bot } = await find(source);
      const { teamId, enterpriseId } = source;
      if (teamId !== undefined && enterpriseId !== undefined) await enterprises.note(teamId, enterpriseId);
      return { botToken: bot.token, botId: bot.id, botUserId: bot.userId, ...idsGiven(teamId, enterpriseId) };
    },
    async clients(team) {
      const enterpriseId = await enterprises.of(team);
      const { bot } = await find({ teamId: team, enterpriseId, isEnterpriseInstall: false });
      const known = clients.get(team);
      if (known?.token === bot.token) return { client: known.client, botUserId: bot.userId };
      // Limits go with the workspace, not with the token.
      const pace = known?.pace ?? createPace({ log });
      const own = new PacedClient(bot.token, { ...options, teamId: team }, pace);
      clients.set(team, { token: bot.token, client: own, pace });
      return { client: own, botUserId: bot.userId };
    },
    async remove(source, until) {
      const id = installationId(source);
      const installation = await installations.find(id).catch(() => undefined);
      // Somebody may have installed planbot again before word of the removal came.
      if (installation !== undefined && installation.installedAt > until) return undefined;
      await installations.remove(id);
      const { teamId, enterpriseId, isEnterpriseInstall } = source;
      const own = teamId === undefined ? [] : [teamId];
      return isEnterpriseInstall && enterpriseId !== undefined
        ? [...new Set([...own, ...(await enterprises.teamsOf(enterpriseId))])]
        : own;
    },
  };
}

/** A workspace's own installation comes first, then that of its organisation. */
function idsOf({ teamId, enterpriseId }: EventSource): string[] {
  return [
    ...(teamId === undefined ? [] : [installationId({ teamId, isEnterpriseInstall: false })]),
    ...(enterpriseId === undefined ? [] : [installationId({ enterpriseId, isEnterpriseInstall: true })]),
  ];
}

function idsGiven(teamId: string | undefined, enterpriseId: string | undefined) {
  return {
    ...(teamId === undefined ? {} : { teamId }),
    ...(enterpriseId === undefined ? {} : { enterpriseId }),
  };
}

function notInstalled({ teamId = '?' }: EventSource): PlanbotError {
  return new PlanbotError({
    code: 'slack_not_installed',
    message: `planbot is not installed in the workspace ${teamId}. Open /slack/install on planbot's address to install it there.`,
  });
}
