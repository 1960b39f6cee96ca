import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { type DraftClaim, emptyDraft } from '../../src/answer/draft.js';
import { quotesInstead } from '../../src/answer/quote-instead.js';
import { verifyDraft } from '../../src/answer/verify/verify-draft.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask, Passage } from '../../src/records.js';
import type { Store } from '../../src/store/open-store.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const plan = `# 棠溪市城市更新规划（2026—2030年）

## 一、目标

2026年，全市加固老桥46座。

## 二、指标

表1 主要指标

| 指标 | 2025年（现状） | 2028年 | 2030年 | 属性 |
|---|---|---|---|---|
| 老旧水管更新（公里，累计） | 120 | 380 | 480 | 约束性 |
| 人均预期寿命（岁） | 78.9 | 79.5 | 80.2 | 预期性 |
`;

let store: Store;
let passages: readonly Passage[];
let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace({ 'tangxi-renewal.md': plan });
  await workspace.ingest();
  store = await workspace.open();
  passages = await store.passagesOf('tangxi-renewal');
  const now = () => new Date('2026-06-01T08:00:00+08:00');
  ask = createAsk({ store, embedder: createEmbeddedEmbedder(), now });
});

function claimOf(text: string, quote: string): DraftClaim {
  const passage = passages.find((one) => one.text.includes(quote));
  if (!passage) throw new Error('there is no passage');
  return { text, support: [{ passage, quote }], indicators: [], calculations: [], counts: [] };
}

describe('a claim that cannot be verified', () => {
  const visible = new Set(['tangxi-renewal']);
  const wrong = () => claimOf('棠溪市2026年加固老桥64座。', '加固老桥46座');

  it('gives way to the sentence that it was made from', async () => {
    const draft = emptyDraft({ claims: [wrong()] });
    const result = await verifyDraft({ draft, store, visible, instead: quotesInstead });
    expect(result.draft.claims.map(({ text }) => text)).toEqual(['2026年，全市加固老桥46座。']);
    expect(result).toMatchObject({ dropped: [], draft: { status: 'answered' } });
  });

  it('is dropped where its sentence is said already, or nothing may take its place', async () => {
    const said = claimOf('2026年，全市加固老桥46座。', '2026年，全市加固老桥46座。');
    const twice = emptyDraft({ claims: [said, wrong()] });
    const result = await verifyDraft({ draft: twice, store, visible, instead: quotesInstead });
    expect(result.draft.claims).toEqual([said]);
    const bare = await verifyDraft({ draft: emptyDraft({ claims: [wrong()] }), store, visible });
    expect(bare).toMatchObject({ draft: { status: 'refused' }, dropped: [{}] });
  });

  it('has no quotation where it is the result of a calculation', () => {
    expect(quotesInstead({ ...wrong(), calculations: [1] })).toEqual([]);
  });
});

describe('a row of a table', () => {
  it.each([
    ['棠溪2028年老旧水管累计更新到多少公里？', ['380公里', '120公里']],
    ['棠溪2025年人均预期寿命是多少岁？', ['78.9岁']],
  ])('is stated, with where it starts from: %s', async (question, figures) => {
    const { text, status } = (await ask({ question })).answer;
    expect(status).toBe('answered');
    for (const figure of figures) expect(text).toContain(figure);
    expect(text).not.toContain('\t');
  });
});
