import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshIndex, runPlanbot } from '../setup/run-planbot.js';
import { samplePlans, yunling } from '../setup/sample-plans.js';
import { temporaryFolder, writeFiles } from '../setup/temporary-folder.js';

describe('npm run ingest', () => {
  it('reports a line a file, names what it cannot read, and fails for it; a second run finds nothing to do', async () => {
    const plans = await writeFiles(temporaryFolder(), { ...samplePlans, 'scan.txt': Buffer.from([0, 1, 2]) });
    const settings = freshIndex(plans);
    const first = await runPlanbot('ingest', [], settings);
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 1, stderr: '' });
    expect(first.stdout).toMatch(
      /yunling-finance\.txt: text, \d+ sections, \d+ passages, 1 tables, \d+ indicators, \d+ ms/,
    );
    expect(first.stdout).toMatch(/scan\.txt: not read\n {2}.*neither UTF-8/);
    const second = await runPlanbot('ingest', ['--json'], settings);
    expect(second.code).toBe(1);
    expect(JSON.parse(second.stdout)).toMatchObject([
      { planId: 'qinghe-farming', status: 'unchanged' },
      { status: 'failed' },
      { planId: 'yunling-finance', status: 'unchanged' },
    ]);
  });

  it('tells of --force, --prune and --no-wait when asked for help', async () => {
    const { code, stdout } = await runPlanbot('ingest', ['--help']);
    expect(code).toBe(0);
    for (const option of ['--force', '--prune', '--no-wait', '--json']) expect(stdout).toContain(option);
  });

  it('names a file that is gone, and takes its plan out with --prune', async () => {
    const plans = await writeFiles(temporaryFolder(), samplePlans);
    const settings = freshIndex(plans);
    await runPlanbot('ingest', [], settings);
    await rm(path.join(plans, 'yunling-finance.txt'));
    const named = await runPlanbot('ingest', [], settings);
    expect(named).toMatchObject({ code: 0, stderr: '' });
    expect(named.stdout).toMatch(/yunling-finance\.txt: missing\n.*--prune/);
    const pruned = await runPlanbot('ingest', ['--prune', '--force'], settings);
    expect(pruned.stdout).toMatch(/yunling-finance\.txt: removed\n/);
    expect(pruned.stdout).toMatch(/^2 files: 1 read, 1 removed;/m);
  });

  it('reads the files and folders that are named instead of the plan folder', async () => {
    const plans = await writeFiles(temporaryFolder(), { 'a/yunling.md': yunling, 'b/ignored.md': yunling });
    const settings = freshIndex('/nowhere');
    const { code, stdout } = await runPlanbot('ingest', [path.join(plans, 'a'), '--json'], settings);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ planId: 'yunling', format: 'markdown', status: 'read' }]);
  });

  it.each([
    ['a missing folder', ['/nowhere/plans'], 1, /\/nowhere\/plans/],
    ['an unknown option', ['--loud'], 2, /--loud/],
    ['a value for an option that takes none', ['--prune=all'], 2, /--prune/],
  ])('meets %s with a message', async (_, args, expected, message) => {
    const { code, stdout, stderr } = await runPlanbot('ingest', args, freshIndex('/nowhere'));
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
