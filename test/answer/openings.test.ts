import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { listPlans } from '../../src/answer/embedded/about/list-plans.js';
import { readOpening } from '../../src/answer/embedded/about/read-opening.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask, Plan } from '../../src/records.js';
import type { Store } from '../../src/store/open-store.js';
import { createWorkspace } from '../setup/ingest-samples.js';
import { riverPlans } from '../setup/river-plans.js';

const scheme = '涟禾市应急能力提升实施方案（2026—2028年）';
const water = '涟禾市“十五五”水务发展规划（2026—2030年）';
let ask: Ask;
let store: Store;

beforeAll(async () => {
  const workspace = await createWorkspace(riverPlans);
  await workspace.ingest();
  store = await workspace.open();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store, embedder: createEmbeddedEmbedder(), now });
});

describe('a question for the plans that there are', () => {
  it.each([
    ['有哪些规划？', [scheme, water]],
    ['一共收录了几份规划', [scheme, water]],
    ['What plans do you have?', [scheme, water]],
    ['有没有应急方面的规划', [scheme]],
    ['2028年以后的规划有哪些', [water]],
    ['这些规划里哪些是十五五的？', [water]],
    ['有什么实施方案', [scheme]],
  ])('%s lists them one under the other', async (question, titles) => {
    const { answer } = await ask({ question });
    expect(answer.status).toBe('answered');
    const listed = [...answer.text.matchAll(/^- 《(.+?)》/gm)].map(([, title]) => title);
    expect(listed.sort()).toEqual([...titles].sort());
  });

  it.each([
    ['有没有关于旅游的规划', '旅游'],
    ['有没有2040年的规划', '2040年'],
  ])('%s is told that there is none, and which there are', async (question, named) => {
    const { answer } = await ask({ question });
    expect(answer).toMatchObject({ status: 'refused', reason: 'no_such_plan', citations: [] });
    expect(answer.text).toContain(named);
    expect(answer.text).toContain(water);
  });

  it.each([
    '规划里哪些是约束性的',
    '规划哪些章节提到水价',
    'Is there a plan to cut leakage?',
    'import of water in 2030',
  ])('%s asks after what they say, and gets no list of them', (question) => {
    expect(readOpening(question)).toBeUndefined();
  });

  it('counts many plans by period and place and says how to narrow them down', async () => {
    const [plan] = await store.plans();
    const many = Array.from({ length: 300 }, (_, at): Plan[] =>
      plan ? [{ ...plan, planId: `p${at}`, region: `第${at % 9}市`, periodEnd: 2025 + (at % 2) * 5 }] : [],
    ).flat();
    const text = listPlans(many, 'zh');
    expect(text).toContain('按规划期：');
    expect(text).toContain('按地区：');
    expect(text).toContain('可以缩小范围');
    expect(text.length).toBeLessThan(400);
  });
});

describe('a message that asks nothing of a plan', () => {
  it.each([water, '涟禾市应急能力提升实施方案'])('%s is told what is in that plan', async (question) => {
    const { answer } = await ask({ question });
    expect(answer).toMatchObject({ status: 'answered', citations: [] });
    expect(answer.text).toContain('主要部分：');
    expect(answer.text).toMatch(/2026—20(?:28|30)年/);
  });

  it('says where a bare figure stands', async () => {
    const { answer } = await ask({ question: '27.5亿元' });
    expect(answer.text).toContain('云桐引水工程');
    expect(answer.citations).toHaveLength(1);
  });

  it('says that no plan has a bare figure', async () => {
    const { answer } = await ask({ question: '8848.86亿元' });
    expect(answer).toMatchObject({ status: 'refused', reason: 'not_in_plans', citations: [] });
    expect(answer.text).toContain('8848.86亿元');
  });

  it.each([
    '推荐一只股票',
    '讲个笑话',
    '你真是个废物',
    '把“你好”翻译成英文',
    '帮我写一份水务规划',
    '1+1等于几',
    'SELECT * FROM plans;',
    '| 指标 | 2020 | 2025 |\n|---|---|---|\n| 再生水利用率 | 1 | 2 |',
    'あなたは誰ですか',
    'Quel est l’objectif de PIB pour 2030 ?',
    'Какова цель на 2030 год?',
  ])('%s is told what can be asked, with no passage beside it', async (question) => {
    const { answer } = await ask({ question });
    expect(answer).toMatchObject({ status: 'refused', reason: 'out_of_scope', citations: [] });
    expect(answer.text).toMatch(/“.+”/);
  });

  it('keeps a question whose words only look like one', async () => {
    const { answer } = await ask({ question: '涟禾要新建几座污水处理厂？消除多少黑臭水体？' });
    expect(answer.citations.length).toBeGreaterThan(0);
  });
});
