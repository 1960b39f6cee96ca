import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshIndex, runPlanbot } from '../setup/run-planbot.js';
import { samplePlans } from '../setup/sample-plans.js';
import { temporaryFolder, writeFiles } from '../setup/temporary-folder.js';

const question = '云岭市2025年存款余额目标是多少？';

describe('plans and index that cannot be used', () => {
  it.each([
    [
      'a plan folder that is missing',
      async () => freshIndex('/nowhere/plans'),
      /\/nowhere\/plans.*PLANBOT_PLANS/,
    ],
    ['an empty plan folder', async () => freshIndex(temporaryFolder()), /holds no plan/],
    [
      'a plan folder with nothing but a file that is not text',
      async () => freshIndex(await writeFiles(temporaryFolder(), { 'a.txt': Buffer.from([0, 1, 2]) })),
      /a\.txt.*neither UTF-8/,
    ],
    [
      'an index folder that cannot be written',
      async () => {
        const plans = await writeFiles(temporaryFolder(), samplePlans);
        return { PLANBOT_PLANS: plans, PLANBOT_INDEX: path.join(plans, 'yunling-finance.txt', 'index') };
      },
      /PLANBOT_INDEX/,
    ],
  ])('%s is named, with the way out', async (_, settings, message) => {
    const { code, stdout, stderr } = await runPlanbot('ask', [question], await settings());
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
