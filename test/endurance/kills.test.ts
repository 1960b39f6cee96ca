import { once } from 'node:events';
import { watch } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/evaluation/ingest-bench/random.js';
import { generation, generationsIn } from '../ingest/generations.js';
import { createWorkspace, type Workspace } from '../setup/ingest-samples.js';
import { runPlanbot, startPlanbot } from '../setup/run-planbot.js';
import { writeFiles } from '../setup/temporary-folder.js';

const kills = 40;
/** How long after its first change the index folder may still be written to, in milliseconds. */
const longestWrite = 400;
const names = ['第一代', '第二代'];

function settingsOf({ plans, index }: Workspace): Record<string, string> {
  return { PLANBOT_PLANS: plans, PLANBOT_INDEX: index };
}

/** When to kill: so long after the start, or after the index folder first changes. */
interface Moment {
  since: 'start' | 'change';
  milliseconds: number;
}

/** True where the ingest was killed before it came to its end. */
async function killAt(workspace: Workspace, { since, milliseconds }: Moment): Promise<boolean> {
  const begun = since === 'change' ? changeIn(workspace.index) : Promise.resolve();
  const child = startPlanbot('ingest', [], settingsOf(workspace));
  const closed = once(child, 'close');
  await Promise.race([begun.then(() => sleep(milliseconds)), closed]);
  child.kill('SIGKILL');
  await closed;
  return child.signalCode === 'SIGKILL';
}

async function changeIn(folder: string): Promise<void> {
  const watcher = watch(folder, { recursive: true });
  await once(watcher, 'change');
  watcher.close();
}

describe('an ingest over an existing index', () => {
  it(`killed ${kills} times at random moments leaves the index before or after, and the next run finishes`, async () => {
    const random = createRandom(40);
    const workspace = await createWorkspace(generation('第一代'));
    await workspace.ingest();
    await writeFiles(workspace.plans, generation('第二代'));
    const started = performance.now();
    expect((await runPlanbot('ingest', [], settingsOf(workspace))).code).toBe(0);
    const whole = performance.now() - started;
    let killed = 0;
    let runs = 0;
    const found: string[] = [];
    while (killed < kills) {
      const at = runs;
      runs += 1;
      expect(runs).toBeLessThan(kills * 4);
      const before = names[(at + 1) % 2] ?? '';
      const after = names[at % 2] ?? '';
      await writeFiles(workspace.plans, generation(after));
      // Writing takes a small part of the run: every other kill falls into it.
      const isKilled = await killAt(
        workspace,
        at % 2 === 0
          ? { since: 'start', milliseconds: whole * (0.1 + 0.9 * random.next()) }
          : { since: 'change', milliseconds: longestWrite * random.next() },
      );
      const seen = [...(await generationsIn(workspace))];
      expect([[before], [after]]).toContainEqual(seen);
      if (isKilled) {
        killed += 1;
        found.push(seen[0] === before ? 'before' : 'after');
      }
      await workspace.ingest();
      expect([...(await generationsIn(workspace))]).toEqual([after]);
    }
    const count = (state: string) => found.filter((one) => one === state).length;
    console.info(`${killed} killed in ${runs} runs: ${count('before')} before, ${count('after')} after`);
  });
});
