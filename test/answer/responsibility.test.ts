import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';
import { riverPlans } from '../setup/river-plans.js';

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace(riverPlans);
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

describe('who is responsible', () => {
  it.each([
    [
      'a row of the table of tasks, with its deadline',
      '节水型单位创建谁牵头，哪年完成？',
      ['市机关事务局', '2027年6月底'],
    ],
    ['… asked for in other words', '白石水源地保护这活归哪个部门，啥时候得弄完', ['市生态环境局', '2028年']],
    [
      'bodies set behind a section',
      '黑臭水体治理的责任单位有哪些？',
      ['市生态环境局', '市城管局', '各县区人民政府'],
    ],
    ['bodies that lead and support', '老旧管网改造由谁牵头、谁配合', ['市水务局', '市财政局']],
    ['bodies in a bracket with nothing else', '智慧水务平台归谁建', ['市数据局', '市水务局']],
    [
      'a bracket that goes on in the next line',
      '风险普查由谁负责，哪个单位协助？',
      ['责任单位：市应急局、市统计局；协助单位：市粮食和物资储备局'],
    ],
    ['a sentence', '涟禾水务规划的中期评估哪个部门搞，哪一年', ['市水务局会同市统计局', '2028年']],
    ['an office and where it is', '水务领导小组谁当组长，办公室放在哪', ['市长任组长', '设在市水务局']],
  ])('is told from %s', async (_, question, words) => {
    const { answer } = await ask({ question });
    expect(answer.status).toBe('answered');
    for (const word of words) expect(answer.text).toContain(word);
  });

  it('is told with the sum and the place of the same row, where they are asked for too', async () => {
    const { answer } = await ask({ question: '云桐引水工程在哪里、投多少钱、谁负责、什么时候完工？' });
    for (const word of ['桐溪区', '27.5亿元', '市水务局', '2029年底']) expect(answer.text).toContain(word);
    expect(answer.values.map(({ value }) => value)).not.toContain(2029);
  });

  it('is told of the one plan that has the task, where two share a name', async () => {
    const { answer } = await ask({ question: '涟禾的应急物资储备库由谁负责？' });
    expect(answer.text).toContain('市粮食和物资储备局');
    expect(new Set(answer.citations.map(({ planId }) => planId))).toEqual(
      new Set(['lianhe-emergency-2026-2028']),
    );
  });

  it('is told for each plan, where both have it', async () => {
    const { answer } = await ask({ question: '涟禾的年度监测由谁负责？' });
    expect(new Set(answer.citations.map(({ planId }) => planId)).size).toBe(2);
  });

  it.each(['涟禾水务规划怎么监测评估', '涟禾水务规划由谁来监测', '涟禾水务规划的实施情况谁来评估'])(
    'of the plan itself is told from how it is carried out: %s',
    async (question) => {
      const { answer } = await ask({ question });
      expect(answer.text).toContain('市水务局会同市统计局开展年度监测，2028年开展中期评估');
      expect(answer.citations).toHaveLength(1);
    },
  );

  it('is refused where the plan names nobody for it', async () => {
    const { answer } = await ask({ question: '涟禾水务规划里的海水淡化厂由谁负责？' });
    expect(answer).toMatchObject({ status: 'refused', citations: [] });
  });
});
