import { randomBytes } from 'node:crypto';
import type { CallArguments } from './arguments.js';
import type { CallResult } from './web-api.js';
import { botUserId, teamId } from './workspace.js';

/** A bot token, and what Slack knows of it. */
export interface KnownToken {
  team: string;
  /** Milliseconds since 1970; a token without rotation has no end. */
  expiresAt: number | undefined;
  revoked: boolean;
}

/** The installing half of Slack: consent, tokens, rotation. */
export interface FakeOauth {
  clientId: string;
  clientSecret: string;
  tokens: Map<string, KnownToken>;
  /** Refresh tokens that were used, in order; each is good once. */
  renewals: string[];
  /** What a person agrees to on Slack's page: gives the address that the browser goes to next. */
  approve(authorizeUrl: string, by: { team: string; redirectTo: string; enterprise?: string }): string;
  /** Tokens that are given out from now on end after so many seconds. */
  rotateAfter(seconds: number): void;
  access(call: CallArguments): CallResult;
  /** Why a bot token is not taken; undefined when it is. */
  refusalOf(token: string): string | undefined;
}

/** Who agreed: a workspace, or the organisation for all of its workspaces. */
interface Installer {
  team: string;
  enterprise: string | undefined;
}

export function createOauth(botToken: string): FakeOauth {
  const clientId = '1111.2222';
  const clientSecret = 'fedcba9876543210fedcba9876543210';
  const tokens = new Map<string, KnownToken>([
    [botToken, { team: teamId, expiresAt: undefined, revoked: false }],
  ]);
  const codes = new Map<string, Installer>();
  const refreshTokens = new Map<string, Installer>();
  const renewals: string[] = [];
  let seconds: number | undefined;

  const giveTokens = (installer: Installer): CallResult => {
    const { team, enterprise } = installer;
    const token = `${seconds === undefined ? '' : 'xoxe.'}xoxb-${team}-${randomBytes(6).toString('hex')}`;
    tokens.set(token, {
      team,
      expiresAt: seconds === undefined ? undefined : Date.now() + seconds * 1_000,
      revoked: false,
    });
    const refreshToken = `xoxe-1-${randomBytes(6).toString('hex')}`;
    if (seconds !== undefined) refreshTokens.set(refreshToken, installer);
    return {
      ok: true,
      access_token: token,
      token_type: 'bot',
      scope: 'chat:write',
      bot_user_id: botUserId,
      app_id: 'A0PLANBOT',
      team: enterprise === undefined ? { id: team, name: `Workspace ${team}` } : null,
      enterprise: enterprise === undefined ? null : { id: enterprise, name: 'Group' },
      is_enterprise_install: enterprise !== undefined,
      authed_user: { id: 'U0ADMIN' },
      ...(seconds === undefined ? {} : { refresh_token: refreshToken, expires_in: seconds }),
    };
  };
  return {
    clientId,
    clientSecret,
    tokens,
    renewals,
    approve(authorizeUrl, { team, redirectTo, enterprise }) {
      const asked = new URL(authorizeUrl).searchParams;
      if (asked.get('client_id') !== clientId) throw new Error('Slack does not know this client_id');
      const code = randomBytes(6).toString('hex');
      codes.set(code, { team, enterprise });
      const url = new URL(redirectTo);
      url.searchParams.set('code', code);
      url.searchParams.set('state', asked.get('state') ?? '');
      return url.href;
    },
    rotateAfter(given) {
      seconds = given;
    },
    access(call) {
      if (call.client_id !== clientId || call.client_secret !== clientSecret) {
        return { ok: false, error: 'invalid_client_id' };
      }
      const renews = call.grant_type === 'refresh_token';
      const known = renews ? refreshTokens : codes;
      const given = String(renews ? call.refresh_token : call.code);
      const installer = known.get(given);
      if (installer === undefined)
        return { ok: false, error: renews ? 'invalid_refresh_token' : 'invalid_code' };
      known.delete(given);
      if (renews) renewals.push(given);
      return giveTokens(installer);
    },
    refusalOf(token) {
      const known = tokens.get(token);
      if (known === undefined) return 'invalid_auth';
      if (known.revoked) return 'token_revoked';
      return known.expiresAt !== undefined && known.expiresAt <= Date.now() ? 'token_expired' : undefined;
    },
  };
}
