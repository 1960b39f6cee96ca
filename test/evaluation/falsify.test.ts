import { expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { falsify } from '../../src/evaluation/falsify/falsify.js';
import { measureVerification } from '../../src/evaluation/falsify/measure-verification.js';
import { reword } from '../../src/evaluation/falsify/reword.js';
import { Question } from '../../src/evaluation/question.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import { createIndicatorIndex } from '../../src/retrieve/indicator-index.js';
import { createWorkspace } from '../setup/ingest-samples.js';
import { samplePlans } from '../setup/sample-plans.js';

const claim = '到2025年，云岭市存款余额的目标为8000亿元。';

it('a claim is made false in its number, unit, year, place, bound and name, one thing at a time', () => {
  const ground = {
    passages: ['2020年，云岭市存款余额5280亿元。', '2025年存款余额8000亿元。'],
    indicators: [
      { name: '存款余额', values: [5280, 8000] },
      { name: '贷款余额', values: [4100, 6500] },
    ],
    places: ['云岭市'],
  };
  const made = new Map(falsify(claim, ground).map(({ aspect, text }) => [aspect, text]));
  expect(made.get('number')).toContain('8001亿元');
  expect(made.get('magnitude')).toContain('80000亿元');
  expect(made.get('other figure')).toContain('5280亿元');
  expect(made.get('year')).not.toContain('2025');
  expect(made.get('place')).not.toContain('云岭');
  expect(made.get('bound')).toContain('不超过8,000亿元');
  expect(made.get('name')).toContain('贷款余额');
  expect(made.get('kind')).toContain('已经达到');
  expect([...made.values()]).not.toContain(claim);
});

it('a claim is reworded with the same amount in other units and languages', () => {
  expect(reword(claim)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('80000000万元'),
      expect.stringContaining('0.8万亿元'),
      expect.stringContaining('RMB 800 billion'),
    ]),
  );
});

const questions = [
  '云岭市2025年存款余额目标是多少？',
  '云岭市2030年贷款余额目标是多少？',
  '云岭市2020年金融业增加值是多少？',
  '云岭市2025年上市公司数量目标？',
  '青禾县2026年粮食总产量目标是多少？',
  '云岭市存款余额2020年到2025年的年均增速是多少？',
  'What is the 2025 target for deposits in 云岭市?',
].map((question, at) =>
  Question.parse({ id: `q${at}`, type: 'target', lang: 'zh', plans: [], question, answer: {} }),
);

it('verification drops nearly every falsehood made of the engine’s answers, and none of the answers', async () => {
  const workspace = await createWorkspace(samplePlans);
  await workspace.ingest();
  const store = await workspace.open();
  const plans = await store.plans();
  const planIds = plans.map(({ planId }) => planId);
  const indicators = createIndicatorIndex(await store.indicators(planIds));
  const context = { store, embedder: createEmbeddedEmbedder(), plans, planIds, indicators };
  const ask = createAsk({
    store,
    embedder: context.embedder,
    now: () => new Date('2026-03-01T08:00:00+08:00'),
    collection: async () => ({ version: 1, plans, indicators }),
  });
  const { let: letThrough, lost, misjudged } = await measureVerification({ questions, ask, context });
  const shares = Object.values(letThrough.llm);
  const made = shares.reduce((sum, { of }) => sum + of, 0);
  const passed = shares.reduce((sum, { found }) => sum + found, 0);
  expect(made).toBeGreaterThan(60);
  expect(lost.llm.engine).toEqual({ found: 0, of: expect.any(Number) });
  expect(passed / made, misjudged.map(({ aspect, text }) => `${aspect}: ${text}`).join('\n')).toBeLessThan(
    0.05,
  );
  expect(letThrough.llm.number.found + letThrough.llm.unit.found + letThrough.llm.place.found).toBe(0);
});
