import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileClaims } from './file-claims.js';
import { belongsTo } from './person-key.js';
import { createRecordFiles, removeRecords } from './record-files.js';
import type { State } from './state.js';

/** State in a folder; processes that share the folder share the state. */
export async function createFileState({
  folder,
  now = Date.now,
}: {
  folder: string;
  now?: () => number;
}): Promise<State> {
  const claims = await createFileClaims({ folder: join(folder, 'claims'), now });
  const kept = join(folder, 'records');
  return {
    claim: claims.claim,
    records: (name) => createRecordFiles({ folder: join(kept, name), now }),
    forget: (of) => removeEverywhere(kept, ({ person }) => belongsTo(person, of)),
    async sweep() {
      await claims.sweep();
      await removeEverywhere(kept, (record) => record.expiresAt <= now());
    },
    close: async () => undefined,
  };
}

async function removeEverywhere(kept: string, isOver: Parameters<typeof removeRecords>[1]): Promise<number> {
  const kinds = await readdir(kept).catch(() => []);
  let removed = 0;
  for (const kind of kinds) removed += await removeRecords(join(kept, kind), isOver);
  return removed;
}
