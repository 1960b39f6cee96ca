import { z } from 'zod';
import type { State } from '../state/state.js';

/** Which organisation a workspace is of: told with each event, and needed where there is none, after a restart. */
export interface Enterprises {
  note(team: string, enterprise: string): Promise<void>;
  of(team: string): Promise<string | undefined>;
  /** The workspaces of an organisation that planbot was asked in. */
  teamsOf(enterprise: string): Promise<string[]>;
}

const tenYearsMs = 10 * 365 * 24 * 60 * 60 * 1_000;
const valueSchema = z.string();

/** Keeps the organisations in the state, so that replicas share them. */
export function createEnterprises(state: State): Enterprises {
  const records = state.records('workspace-enterprises');
  const known = new Map<string, string>();
  return {
    async note(team, enterprise) {
      if (known.get(team) === enterprise) return;
      await records.put({ id: team, value: enterprise, ttlMs: tenYearsMs });
      known.set(team, enterprise);
    },
    of: async (team) => known.get(team) ?? valueSchema.safeParse(await records.get(team)).data,
    teamsOf: async (enterprise) =>
      (await records.list()).filter(({ value }) => value === enterprise).map(({ id }) => id),
  };
}
