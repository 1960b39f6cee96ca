import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';
import { portPlans } from '../setup/port-plans.js';

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace(portPlans);
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

const textOf = async (question: string) => (await ask({ question })).answer.text;

describe('what a section says', () => {
  it.each([
    '海云打算咋个用航运保险护航远洋运输？给我捋捋',
    '远洋运输的航运保险，海云从哪些方面去护航？',
    '概括海云市航运保险的举措',
  ])('"%s" is answered with all of its paragraphs and nothing of the next', async (question) => {
    const text = await textOf(question);
    for (const word of ['专营机构', '风险资金池', '海损理算']) expect(text).toContain(word);
    expect(text).not.toContain('渔民');
    expect(text).not.toMatch(/第一节/);
  });

  it('is told sentence by sentence where it is one paragraph', async () => {
    const { answer } = await ask({ question: '海云带动渔民增收有哪些办法？' });
    expect(answer.claims.map(({ text }) => text)).toEqual([
      '推行“码头+合作社+渔户”模式，引导渔民入股冷库。',
      '建设渔获直销店18家，扩大网上销售。',
    ]);
  });

  it('is one paragraph, where that has the matter in a title of its own', async () => {
    const text = await textOf('海云岸线不够用了，有哪些岸线集约利用的办法？');
    expect(text).toContain('岸线弹性出让');
    expect(text).not.toContain('引航');
  });
});
