import { webApi } from '@slack/bolt';
import { pino } from 'pino';
import manifest from '../../../manifest.json' with { type: 'json' };
import type { Settings } from '../../config.js';
import { messageOf } from '../../errors.js';
import { createClientOptions } from '../connection/client-options.js';

/** What Slack says of a token. */
export type TokenExamination =
  | { taken: true; workspace: string; missingScopes: string[] }
  | { taken: false; reason: string };

/** Asks Slack whose bot token that is, and which scopes of the manifest it lacks. */
export async function examineBotToken(token: string, settings: Settings): Promise<TokenExamination> {
  try {
    const { team = '?', response_metadata: metadata } = await clientOf(token, settings).auth.test();
    const scopes = metadata?.scopes;
    const missingScopes = scopes === undefined ? [] : neededScopes.filter((one) => !scopes.includes(one));
    return { taken: true, workspace: team, missingScopes };
  } catch (error) {
    return { taken: false, reason: reasonOf(error) };
  }
}

/** Asks Slack for a socket's address, without opening the socket. */
export async function examineAppToken(token: string, settings: Settings): Promise<TokenExamination> {
  try {
    await clientOf(token, settings).apps.connections.open();
    return { taken: true, workspace: '', missingScopes: [] };
  } catch (error) {
    return { taken: false, reason: reasonOf(error) };
  }
}

const neededScopes: readonly string[] = manifest.oauth_config.scopes.bot;

function clientOf(token: string, settings: Settings): webApi.WebClient {
  return new webApi.WebClient(token, createClientOptions(settings, pino({ level: 'silent' })));
}

function reasonOf(error: unknown): string {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : messageOf(error);
}
