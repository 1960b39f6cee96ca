import type { ServerResponse } from 'node:http';
import type { HTTPReceiverOptions } from '@slack/bolt';
import type { Logger } from 'pino';
import manifest from '../../../manifest.json' with { type: 'json' };
import type { Settings } from '../../config.js';
import { createClientOptions } from '../connection/client-options.js';
import type { Tokens } from '../connection/mode.js';
import { describeError } from '../describe-error.js';
import type { State } from '../state/state.js';
import { openInstallations } from './installations.js';
import { createOauthStates } from './oauth-states.js';
import pages from './pages.json' with { type: 'json' };

/** What Bolt's receiver needs to be told so that workspaces can install planbot at /slack/install. */
export function installerOptions({
  tokens,
  settings,
  state,
  log,
}: {
  tokens: Extract<Tokens, { kind: 'installed' }>;
  settings: Settings;
  state: State;
  log: Logger;
}) {
  const { clientId, clientSecret, secretKey } = tokens;
  const redirectUriPath = '/slack/oauth_redirect';
  const { PLANBOT_PUBLIC_URL: publicUrl } = settings;
  return {
    clientId,
    clientSecret,
    scopes: manifest.oauth_config.scopes.bot,
    installationStore: openInstallations({ state, secretKey }),
    ...(publicUrl === undefined ? {} : { redirectUri: new URL(redirectUriPath, publicUrl).href }),
    installerOptions: {
      redirectUriPath,
      directInstall: true,
      stateStore: createOauthStates(state),
      clientOptions: createClientOptions(settings, log),
      ...authorizationUrl(settings),
      callbackOptions: {
        success: (installation, _options, _request, response) => {
          log.info({ team: installation.team?.id, enterprise: installation.enterprise?.id }, 'installed');
          answer(response, 200, pages.installed);
        },
        failure: (error, _options, _request, response) => {
          log.warn({ error: describeError(error) }, 'an installation did not come about');
          answer(response, 400, pages.notInstalled);
        },
      },
    },
  } satisfies Partial<HTTPReceiverOptions>;
}

/** Where Slack's Web API is elsewhere (a gateway, a test), so is the page that asks for consent. */
function authorizationUrl({ SLACK_API_URL: apiUrl }: Settings): { authorizationUrl?: string } {
  return apiUrl === undefined ? {} : { authorizationUrl: new URL('../oauth/v2/authorize', apiUrl).href };
}

function answer(response: ServerResponse, status: number, lines: readonly string[]): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><meta charset="utf-8"><title>planbot</title>${lines.map((line) => `<p>${line}</p>`).join('')}`,
  );
}
