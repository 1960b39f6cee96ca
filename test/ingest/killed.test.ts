import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import { openStore } from '../../src/store/open-store.js';
import { createWorkspace, type Workspace } from '../setup/ingest-samples.js';
import { startPlanbot } from '../setup/run-planbot.js';
import { writeFiles } from '../setup/temporary-folder.js';
import { generation, generationsIn } from './generations.js';

/** Starts an ingest and kills it when this many changes have been seen in the index folder. */
async function killAfter({ plans, index }: Workspace, changes: number): Promise<void> {
  const child = startPlanbot('ingest', [], { PLANBOT_PLANS: plans, PLANBOT_INDEX: index });
  let seen = 0;
  const watcher = watch(index, { recursive: true }, () => {
    seen += 1;
    if (seen === changes) child.kill('SIGKILL');
  });
  await once(child, 'close');
  watcher.close();
  expect(child.signalCode).toBe('SIGKILL');
}

describe('an ingest that is killed', () => {
  it.each([1, 3, 6, 12])(
    'at change %i of the index folder leaves the old state or the new one, and the next run finishes',
    async (changes) => {
      const workspace = await createWorkspace(generation('第一代'));
      await workspace.ingest();
      await writeFiles(workspace.plans, generation('第二代'));
      await killAfter(workspace, changes);
      const names = await generationsIn(workspace);
      expect([['第一代'], ['第二代']]).toContainEqual([...names]);
      await workspace.ingest();
      expect([...(await generationsIn(workspace))]).toEqual(['第二代']);
    },
  );

  it('while it makes the first index leaves none or a whole one, and the next run finishes', async () => {
    const workspace = await createWorkspace(generation('第一代'));
    await mkdir(workspace.index);
    await killAfter(workspace, 4);
    const store = await openStore({ uri: workspace.index, embedderId: createEmbeddedEmbedder().id });
    expect([undefined, 6]).toContain((await store?.plans())?.length);
    await workspace.ingest();
    expect([...(await generationsIn(workspace))]).toEqual(['第一代']);
  });
});
