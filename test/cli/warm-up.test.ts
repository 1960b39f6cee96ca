import { describe, expect, it } from 'vitest';
import { warmUp } from '../../src/cli/warm-up.js';
import type { Ask } from '../../src/records.js';
import { createIndicatorIndex } from '../../src/retrieve/indicator-index.js';
import { createWorkspace } from '../setup/ingest-samples.js';
import { answerRecord } from '../slack/answer-records.js';

describe('before the app is ready', () => {
  const run = async (ask: Ask): Promise<string[]> => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    const store = await workspace.open();
    const plans = await store.plans();
    const indicators = createIndicatorIndex(await store.indicators(plans.map(({ planId }) => planId)));
    const said: string[] = [];
    await warmUp({
      ask,
      collection: async () => ({ version: 1, plans, indicators }),
      log: (message) => void said.push(message),
    });
    store.close();
    return said;
  };

  it('the embedded engine is asked about each plan, by its place and its indicators', async () => {
    const asked: string[] = [];
    const said = await run(async ({ question, engine }) => {
      expect(engine).toBe('embedded');
      asked.push(question);
      return answerRecord(question, {});
    });
    expect(said).toEqual([]);
    for (const name of ['云岭市', '青禾县']) expect(asked.join('\n')).toContain(name);
    expect(asked.join('\n')).toMatch(/What is the target of/);
    expect(asked.join('\n')).not.toMatch(/[{}]/);
  });

  it('a question that fails is said in the log, and the app starts', async () => {
    const said = await run(async () => {
      throw new Error('this plan is too strange');
    });
    expect(said).toEqual(['the engine is not warmed up: this plan is too strange']);
  });
});
