import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Settings } from '../../config.js';
import { messageOf } from '../../errors.js';
import { openState } from '../../slack/state/open-state.js';
import type { Finding } from './finding.js';

/** Checks that the state store takes a claim once, and gives back what it was given. */
export async function checkState(settings: Settings): Promise<Finding> {
  const about = 'state store';
  const where = settings.PLANBOT_STATE.replace(/\/\/[^@/]*@/, '//');
  try {
    const state = await openState(settings, pino({ level: 'silent' }));
    const id = randomUUID();
    const claims = [await state.claim(`doctor:${id}`, 1_000), await state.claim(`doctor:${id}`, 1_000)];
    const records = state.records('doctor');
    await records.put({ id, value: id, ttlMs: 60_000 });
    const kept = await records.get(id);
    await records.remove(id);
    await state.close();
    if (claims[0] && !claims[1] && kept === id) {
      return { about, status: 'pass', says: `${where} takes claims once and keeps records` };
    }
    const says = `${where} does not keep what it is given. Set PLANBOT_STATE to a folder on a local disk, or to a Redis.`;
    return { about, status: 'fail', says };
  } catch (error) {
    const says = `${where} cannot be used (${messageOf(error)}). Give planbot the right to write there, or set PLANBOT_STATE.`;
    return { about, status: 'fail', says };
  }
}
