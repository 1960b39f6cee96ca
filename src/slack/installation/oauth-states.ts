import { randomBytes } from 'node:crypto';
import type { StateStore } from '@slack/bolt';
import { z } from 'zod';
import type { State } from '../state/state.js';

const optionsSchema = z.object({ scopes: z.array(z.string()), redirectUri: z.string().optional() });
const stateMs = 10 * 60_000;

/**
 * The `state` values of installations that were begun: random, good for ten minutes and for one use,
 * whichever replica the browser comes back to. Bolt ties them to the browser with a cookie.
 */
export function createOauthStates(state: State): StateStore {
  const begun = state.records('oauth-states');
  return {
    async generateStateParam(options) {
      const id = randomBytes(32).toString('base64url');
      await begun.put({ id, value: options, ttlMs: stateMs });
      return id;
    },
    async verifyStateParam(_now, id) {
      const options = optionsSchema.safeParse(await begun.get(id));
      if (!options.success || !(await state.claim(`oauth-state:${id}`, stateMs))) {
        throw new Error('the state of this installation is unknown, used or over');
      }
      await begun.remove(id);
      const { scopes, redirectUri } = options.data;
      return { scopes, ...(redirectUri === undefined ? {} : { redirectUri }) };
    },
  };
}
