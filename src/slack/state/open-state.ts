import type { Logger } from 'pino';
import type { Settings } from '../../config.js';
import { describeError } from '../describe-error.js';
import { createFileState } from './file-state.js';
import { createRedisState } from './redis-state.js';
import type { State } from './state.js';

/** Opens the state that PLANBOT_STATE names: a folder, or a Redis that replicas share. */
export async function openState(
  { PLANBOT_STATE: where }: Pick<Settings, 'PLANBOT_STATE'>,
  log: Logger,
): Promise<State> {
  if (!where.includes('://')) return createFileState({ folder: where });
  const onError = (error: unknown) =>
    log.error({ error: describeError(error) }, 'trouble with the state store');
  return createRedisState({ url: where, onError });
}
