import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask, AskRequest } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';
import { qinghe, samplePlans } from '../setup/sample-plans.js';

/** Answers over an index of these files. */
async function askOver(files: Record<string, string>): Promise<Ask> {
  const workspace = await createWorkspace(files);
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  return createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
}

const questions = [
  '2025年存款余额目标是多少？',
  '现在收录了哪些规划？一共几个？',
  'What plans are there?',
  '怎样发展绿色金融？',
  '2026年农产品加工业产值目标是多少？',
  '各规划提出了哪些目标？',
  '防范风险有哪些措施？',
  '比较各地的目标',
  '你好',
  '',
];

describe('an asker who may see one plan only', () => {
  const visiblePlans = new Set(['qinghe-farming']);
  let both: Ask;
  let alone: Ask;

  beforeAll(async () => {
    [both, alone] = await Promise.all([askOver(samplePlans), askOver({ 'qinghe-farming.txt': qinghe })]);
  });

  it.each(questions)('gets nothing of the other plan in the answer to "%s"', async (question) => {
    const record = await both({ question, visiblePlans, trace: true });
    const { question: _, ...rest } = record;
    expect(JSON.stringify(rest)).not.toMatch(/云岭|yunling|8,?000|12,?000/i);
    expect(record.answer.citations.every(({ planId }) => visiblePlans.has(planId))).toBe(true);
    expect(record.retrieved?.every(({ planId }) => visiblePlans.has(planId))).toBe(true);
  });

  it.each(questions)(
    'gets the answer to "%s" that there would be without the other plan',
    async (question) => {
      const request: AskRequest = { question, visiblePlans };
      expect((await both(request)).answer).toEqual((await alone(request)).answer);
    },
  );

  it('is told of a hidden plan what would be said if it had never been read', async () => {
    const question = '云岭市2025年存款余额目标是多少？';
    const hidden = await both({ question, visiblePlans });
    expect(hidden.answer).toMatchObject({ status: 'refused', citations: [], values: [] });
    expect(hidden.answer).toEqual((await alone({ question })).answer);
  });

  it('gets nothing of the other plan by way of an earlier question', async () => {
    const history = ['云岭市2025年存款余额目标是多少？'];
    const record = await both({ question: '那2030年呢？', history, visiblePlans, trace: true });
    expect(JSON.stringify(record)).not.toMatch(/yunling|8,?000|12,?000|云岭市“十四五”/i);
  });

  it('who may see none is told of none', async () => {
    for (const question of questions) {
      const record = await both({ question, visiblePlans: new Set(), trace: true });
      expect(JSON.stringify(record.answer)).not.toMatch(/云岭|青禾|yunling|qinghe/i);
      expect(record.answer.citations).toEqual([]);
    }
  });
});

describe('an asker who may see all plans', () => {
  it('gets the same as one for whom nothing is said', async () => {
    const ask = await askOver(samplePlans);
    for (const question of questions) {
      const all = await ask({ question, visiblePlans: new Set(['qinghe-farming', 'yunling-finance']) });
      expect(all.answer).toEqual((await ask({ question })).answer);
    }
  });
});
