import { personKey } from './state/person-key.js';
import type { State } from './state/state.js';
import type { Threads } from './threads.js';

/** Deletes all that is kept of a person; returns how many entries there were. */
export type ForgetPerson = (person: { team: string; user: string }) => Promise<number>;

/**
 * Creates what "forget me" does. Records that carry a person's key go with the state store, whoever keeps
 * them; what is held in memory alone goes with its holder.
 */
export function createForgetPerson({ state, threads }: { state: State; threads: Threads }): ForgetPerson {
  return async (person) => threads.forget(personKey(person)) + (await state.forget(person));
}
