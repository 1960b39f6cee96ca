import { once } from 'node:events';
import { watch } from 'node:fs';
import path from 'node:path';
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
/** How long after the switch a kill may come: what is left to do then takes little longer. */
const longestAfter = 20;
const names = ['第一代', '第二代'];
const question = '规划要求怎样扩大信贷投放？';

function settingsOf({ plans, index }: Workspace): Record<string, string> {
  return { PLANBOT_PLANS: plans, PLANBOT_INDEX: index };
}

/** When to kill: so long after the start, after the index folder first changes, or after readers are switched over. */
interface Moment {
  since: 'start' | 'change' | 'switch';
  milliseconds: number;
}

/** True where the ingest was killed before it came to its end. */
async function killAt(workspace: Workspace, { since, milliseconds }: Moment): Promise<boolean> {
  const begun = since === 'start' ? Promise.resolve() : changeIn(watched(workspace, since));
  const child = startPlanbot('ingest', [], settingsOf(workspace));
  const closed = once(child, 'close');
  await Promise.race([begun.then(() => sleep(milliseconds)), closed]);
  child.kill('SIGKILL');
  await closed;
  return child.signalCode === 'SIGKILL';
}

/** The folder in which the first file changes; in that of the tags nothing does before the switch. */
function watched({ index }: Workspace, since: 'change' | 'switch'): string {
  return since === 'change' ? index : path.join(index, 'planbot.lance/_refs/tags');
}

async function changeIn(folder: string): Promise<void> {
  const watcher = watch(folder);
  await once(watcher, 'change');
  watcher.close();
}

/** Which generations an answer quotes. */
async function generationsAnswered(workspace: Workspace): Promise<string[]> {
  const { stdout } = await runPlanbot('ask', [question, '--json'], settingsOf(workspace));
  return [...new Set(stdout.match(/第.代(?=规划要求)/g))];
}

describe('an ingest over an existing index', () => {
  it(`killed ${kills} times, many of them at the switch, leaves the index and its answers before or after, and the next run finishes`, async () => {
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
      // Writing takes a small part of the run, and the switch hardly any: kills are aimed at both.
      const moments: Moment[] = [
        { since: 'start', milliseconds: whole * (0.1 + 0.9 * random.next()) },
        { since: 'change', milliseconds: longestWrite * random.next() },
        { since: 'switch', milliseconds: longestAfter * random.next() },
      ];
      const isKilled = await killAt(
        workspace,
        moments[at % moments.length] ?? { since: 'start', milliseconds: 0 },
      );
      const seen = [...(await generationsIn(workspace))];
      expect([[before], [after]]).toContainEqual(seen);
      expect(await generationsAnswered(workspace)).toEqual(seen);
      if (isKilled) {
        killed += 1;
        found.push(seen[0] === before ? 'before' : 'after');
      }
      await workspace.ingest();
      expect([...(await generationsIn(workspace))]).toEqual([after]);
    }
    const count = (state: string) => found.filter((one) => one === state).length;
    console.info(`${killed} killed in ${runs} runs: ${count('before')} before, ${count('after')} after`);
    expect([count('before'), count('after')]).not.toContain(0);
  });
});
