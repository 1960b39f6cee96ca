import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import { openStore } from '../../src/store/open-store.js';
import { createWorkspace, type Workspace } from '../setup/ingest-samples.js';
import { startPlanbot } from '../setup/run-planbot.js';
import { writeFiles } from '../setup/temporary-folder.js';

/** Plans of one generation: each says which in every paragraph. */
function generation(name: string): Record<string, string> {
  const paragraph = `${name}规划要求云岭市扩大信贷投放，完善金融服务体系，提高服务实体经济的质量和效率。`;
  const chapters = Array.from(
    { length: 20 },
    (_, at) => `第${at + 1}章 任务${at + 1}\n${paragraph.repeat(20)}`,
  );
  const names = Array.from({ length: 6 }, (_, at) => `plan-${at}.txt`);
  return Object.fromEntries(names.map((file) => [file, `云岭市${name}规划\n\n${chapters.join('\n')}\n`]));
}

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

/** Which generations the index's plans are of, having checked that each plan is whole. */
async function generationsIn(workspace: Workspace): Promise<Set<string>> {
  const store = await workspace.open();
  const plans = await store.plans();
  expect(plans).toHaveLength(6);
  const names = new Set<string>();
  for (const plan of plans) {
    const passages = await store.passagesOf(plan.planId);
    expect(passages).toHaveLength(plan.passages);
    for (const { text } of passages) for (const name of text.match(/第.代/g) ?? []) names.add(name);
  }
  const planIds = plans.map((plan) => plan.planId);
  const hits = await store.searchWords({ column: 'words', words: ['信贷'], planIds, limit: 5 });
  expect(hits).toHaveLength(5);
  store.close();
  return names;
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
