import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.js';
import type { State } from '../state/state.js';
import type { Installations, KeptInstallation } from './installations.js';

/** Makes sure that an installation's token is good for a while; a token without an end always is. */
export type RenewToken = (id: string, installation: KeptInstallation) => Promise<KeptInstallation>;

/** A token of Slack's rotation lives for twelve hours. */
const renewBeforeMs = 60 * 60_000;
/** Whoever renews has so long; then another one may try. */
const renewalMs = 30_000;

/**
 * Makes the function that renews tokens. A refresh token is good once, so one taker alone uses it, over
 * all replicas; the others go on with the old token, which is still good.
 */
export function createRenewToken({
  installations,
  state,
  client,
  clientId,
  clientSecret,
  log,
  now = Date.now,
}: {
  installations: Installations;
  state: State;
  client: webApi.WebClient;
  clientId: string;
  clientSecret: string;
  log: Logger;
  now?: () => number;
}): RenewToken {
  const renew = async (id: string, installation: KeptInstallation, refreshToken: string) => {
    const renewed = await client.oauth.v2.access({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    const { access_token: token, refresh_token: nextRefreshToken, expires_in: seconds } = renewed;
    if (token === undefined) throw new Error('Slack renewed a token without giving one');
    const bot = {
      ...installation.bot,
      token,
      refreshToken: nextRefreshToken ?? refreshToken,
      ...(seconds === undefined ? {} : { expiresAt: Math.floor(now() / 1_000) + seconds }),
    };
    await installations.keep(id, { ...installation, bot });
    return { ...installation, bot };
  };
  return async (id, installation) => {
    const { refreshToken, expiresAt } = installation.bot;
    if (refreshToken === undefined || expiresAt === undefined) return installation;
    if (expiresAt * 1_000 - now() > renewBeforeMs) return installation;
    if (!(await state.claim(`renew:${id}:${expiresAt}:${Math.floor(now() / renewalMs)}`, renewalMs))) {
      return (await installations.find(id)) ?? installation;
    }
    try {
      return await renew(id, installation, refreshToken);
    } catch (error) {
      log.error({ installation: id, error: describeError(error) }, 'a token could not be renewed');
      return installation;
    }
  };
}
