import { randomUUID } from 'node:crypto';
import type { State } from '../state/state.js';

/** This process among those that share the state. */
export interface Replica {
  id: string;
  /** Says that this replica is alive; to be repeated within the lease. */
  beat(): Promise<void>;
  /** Says that it is no longer: what it leaves is free to be taken up at once. */
  leave(): Promise<void>;
  /** True for this replica, and for another one that was heard of within its lease. */
  isAlive(id: string): Promise<boolean>;
}

/** @param leaseMs a replica that was not heard of for so long is taken for dead. */
export function createReplica({ state, leaseMs }: { state: State; leaseMs: number }): Replica {
  const records = state.records('replicas');
  const id = randomUUID();
  return {
    id,
    beat: () => records.put({ id, value: {}, ttlMs: leaseMs }),
    leave: () => records.remove(id),
    isAlive: async (other) => other === id || (await records.get(other)) !== undefined,
  };
}
