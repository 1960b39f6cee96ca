import type { AllMiddlewareArgs, AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Clients } from '../connection/clients.js';
import type { InterfaceLanguage } from '../interface-language.js';
import type { FindPerson } from '../people.js';
import type { Claims } from '../state/state.js';
import type { Access } from './access-file.js';
import { type Asker, refusalOf } from './may-ask.js';
import { readAsker } from './read-asker.js';
import { tellRefusal } from './tell-refusal.js';

const dayMs = 24 * 60 * 60 * 1_000;

/**
 * Makes the gate before all listeners: whoever may not ask, there or at all, gets past it with nothing, and
 * is told why. A click or a command that comes twice with one signature gets past it once.
 */
export function createGate(given: {
  access: Access;
  clients: Clients;
  findPerson: FindPerson;
  languageOf: InterfaceLanguage;
  claims: Claims;
  log: Logger;
}): Middleware<AnyMiddlewareArgs> {
  const { access, findPerson, claims, log } = given;
  return async (incoming) => {
    const { body, context, next } = incoming;
    const asker = await withOrigin(readAsker(body, context), access, findPerson);
    const refusal = asker === undefined ? undefined : refusalOf(access, asker);
    if (asker !== undefined && refusal !== undefined) {
      log.info({ team: asker.team, channel: asker.channel, refusal }, 'somebody may not ask');
      await tellRefusal(incoming, { ...given, asker, refusal });
    } else if (await isFresh(incoming, claims)) await next();
  };
}

/**
 * Of commands and Home Slack does not say where somebody is from, and of colleagues in an organisation it may
 * name another workspace: whoever belongs to the same organisation is no stranger.
 */
async function withOrigin(
  asker: Asker | undefined,
  { external }: Access,
  findPerson: FindPerson,
): Promise<Asker | undefined> {
  if (asker === undefined || external === true || asker.userTeam === asker.team) return asker;
  const { team, userTeam, enterprise } = asker;
  if (userTeam !== undefined && enterprise === undefined) return asker;
  const person = await findPerson(asker);
  const isColleague = enterprise !== undefined && person.enterprise === enterprise;
  return { ...asker, userTeam: isColleague ? team : (userTeam ?? person.team) };
}

/** Events have ids, and Slack itself repeats them; of anything else a signature comes once. */
async function isFresh(incoming: AnyMiddlewareArgs & AllMiddlewareArgs, claims: Claims): Promise<boolean> {
  const { requestSignature } = incoming.context;
  if ('event' in incoming || typeof requestSignature !== 'string') return true;
  if (await claims.claim(`request:${requestSignature}`, dayMs)) return true;
  await incoming.ack();
  return false;
}
