import { describe, expect, it } from 'vitest';
import { freshIndex, runPlanbot } from '../setup/run-planbot.js';
import { samplePlans } from '../setup/sample-plans.js';
import { temporaryFolder, writeFiles } from '../setup/temporary-folder.js';

describe('a conversation in the terminal', () => {
  it('keeps the thread: a later question is read in the light of the earlier ones', async () => {
    const settings = freshIndex(await writeFiles(temporaryFolder(), samplePlans));
    const typed = ['云岭市2025年存款余额目标是多少？', '那2030年呢？', '贷款余额呢？', '', '青禾县呢？'];
    const { code, stdout } = await runPlanbot('chat', [], settings, `${typed.join('\n')}\n`);
    expect(code).toBe(0);
    // An empty line ends the answer, and one stands before its citations.
    const answers = stdout.split('\n\n').filter((text) => text.trim() !== '' && !text.startsWith('['));
    expect(answers).toHaveLength(3);
    expect(answers[0]).toMatch(/8,?000亿元/);
    expect(answers[1]).toMatch(/12,?000亿元/);
    expect(answers[1]).not.toMatch(/8,?000亿元/);
    expect(answers[2]).toMatch(/9,?800亿元/);
  });

  it('ends when there is nothing to read', async () => {
    const settings = freshIndex(await writeFiles(temporaryFolder(), samplePlans));
    const { code, stdout } = await runPlanbot('chat', [], settings);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });

  it('does not know an option', async () => {
    const { code, stderr } = await runPlanbot('chat', ['--loud']);
    expect(code).toBe(2);
    expect(stderr).toContain('--loud');
  });
});
