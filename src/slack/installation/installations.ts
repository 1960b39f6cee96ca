import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import { z } from 'zod';
import { PlanbotError } from '../../errors.js';
import type { State } from '../state/state.js';
import { createSeal } from './seal.js';

/** What planbot keeps of one workspace that installed it. */
const installationSchema = z.object({
  team: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  enterprise: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  isEnterpriseInstall: z.boolean().default(false),
  user: z.object({ id: z.string() }),
  bot: z.object({
    token: z.string(),
    refreshToken: z.string().optional(),
    /** Seconds since 1970. */
    expiresAt: z.number().optional(),
    scopes: z.array(z.string()),
    id: z.string(),
    userId: z.string(),
  }),
  /** Milliseconds since 1970. */
  installedAt: z.number(),
});
export type KeptInstallation = z.infer<typeof installationSchema>;

/** The workspaces that installed planbot, encrypted in the state store. */
export interface Installations extends InstallationStore {
  find(id: string): Promise<KeptInstallation | undefined>;
  keep(id: string, installation: KeptInstallation): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Where an installation is kept: under its organisation if the whole organisation installed it. */
export function installationId(of: {
  teamId?: string | undefined;
  enterpriseId?: string | undefined;
  isEnterpriseInstall: boolean;
}): string {
  return of.isEnterpriseInstall ? `enterprise:${of.enterpriseId ?? ''}` : `team:${of.teamId ?? ''}`;
}

/** Installations stand until they are taken back. */
const tenYearsMs = 10 * 365 * 24 * 60 * 60 * 1_000;

/** Opens the kept installations; `secretKey` is 32 bytes in base64. */
export function openInstallations({
  state,
  secretKey,
  now = Date.now,
}: {
  state: State;
  secretKey: string;
  now?: () => number;
}): Installations {
  const records = state.records('installations');
  const { seal, open } = createSeal(secretKey);
  const keep = (id: string, installation: KeptInstallation): Promise<void> =>
    records.put({ id, value: seal(JSON.stringify(installation), id), ttlMs: tenYearsMs });
  const find = async (id: string): Promise<KeptInstallation | undefined> => {
    const sealed = await records.get(id);
    return typeof sealed === 'string' ? installationSchema.parse(JSON.parse(unseal(sealed, id))) : undefined;
  };
  const unseal = (sealed: string, id: string): string => {
    try {
      return open(sealed, id);
    } catch (error) {
      throw unreadable(id, error);
    }
  };
  return {
    find,
    keep,
    remove: (id) => records.remove(id),
    storeInstallation: (installation) => keep(idOf(installation), toKept(installation, now())),
    // Bolt's own look-ups are not used: tokens are renewed by one taker only, in installed-workspaces.
    fetchInstallation: async () => Promise.reject(new Error('installations are looked up by planbot itself')),
    deleteInstallation: (query: InstallationQuery<boolean>) => records.remove(installationId(query)),
  };
}

function idOf({ team, enterprise, isEnterpriseInstall = false }: Installation): string {
  return installationId({ teamId: team?.id, enterpriseId: enterprise?.id, isEnterpriseInstall });
}

function unreadable(id: string, cause: unknown): PlanbotError {
  return new PlanbotError({
    code: 'state_unavailable',
    message: `What is kept of ${id} cannot be decrypted: PLANBOT_SECRET_KEY is another one than before, or the file was changed. Set the old key again, or open /slack/install there once more.`,
    cause,
  });
}

/** Leaves out what planbot has no use for: the installing person's own token above all. */
function toKept(installation: Installation, installedAt: number): KeptInstallation {
  return installationSchema.parse({ ...installation, user: { id: installation.user.id }, installedAt });
}
