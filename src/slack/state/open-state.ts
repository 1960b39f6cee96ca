import type { Settings } from '../../config.js';
import { createFileState } from './file-state.js';
import type { State } from './state.js';

/** Opens the state that PLANBOT_STATE names: a folder, which replicas on one machine may share. */
export async function openState({ PLANBOT_STATE: where }: Settings): Promise<State> {
  return createFileState({ folder: where });
}
