import { type types, webApi } from '@slack/bolt';
import { describeError } from '../describe-error.js';
import type { Press } from './press.js';
import type { Surroundings } from './surroundings.js';

/** Opens a modal for whoever pressed a button; false where Slack does not take it or the press is too long ago. */
export async function openModal({
  press: { team, triggerId },
  view,
  surroundings: { clients, log },
}: {
  press: Pick<Press, 'team' | 'triggerId'>;
  view: types.ModalView;
  surroundings: Pick<Surroundings, 'clients' | 'log'>;
}): Promise<boolean> {
  try {
    const { client } = await clients(team);
    await client.views.open({ trigger_id: triggerId, view });
    return true;
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError)) throw error;
    log.warn({ error: describeError(error) }, 'a modal did not open');
    return false;
  }
}
