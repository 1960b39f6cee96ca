import { beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import { searchPassages } from '../../src/retrieve/search-passages.js';
import type { Hit, Store } from '../../src/store/open-store.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const planIds = ['yunling-finance', 'qinghe-farming'];
const query = { planIds, background: [], parts: [], years: [], wantsFigures: false, limit: 8 };

describe('searching passages', () => {
  let store: Store;
  const search = (phrases: string[], own: Partial<typeof query> = {}): Promise<Hit[]> =>
    searchPassages({ store, embedder: createEmbeddedEmbedder() }, { ...query, phrases, ...own });

  beforeAll(async () => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    store = await workspace.open();
  });

  it.each([
    ['绿色金融', '设立绿色金融事业部'],
    ['高标准农田', '新建高标准农田9万亩'],
    ['金融风险', '监测预警机制'],
    ['存款余额', '5280'],
  ])('for %s brings the passage that treats it first', async (phrase, words) => {
    const [first] = await search([phrase]);
    expect(first?.passage.text).toContain(words);
  });

  it('looks in the plans that are given, and in no other', async () => {
    const hits = await search(['金融', '目标'], { planIds: ['qinghe-farming'] });
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.every(({ passage }) => passage.planId === 'qinghe-farming')).toBe(true);
    expect(await search(['金融'], { planIds: [] })).toEqual([]);
  });

  it('brings each passage once, no more than asked for, best first', async () => {
    const hits = await search(['发展', '目标'], { limit: 3 });
    expect(hits).toHaveLength(3);
    expect(new Set(hits.map(({ passage }) => passage.passageId)).size).toBe(3);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('brings the same in the same order each time', async () => {
    const order = async () => (await search(['发展目标'])).map(({ passage }) => passage.passageId);
    expect(await order()).toEqual(await order());
  });

  it.each([[[]], [['']], [['，。！']], [['的']]])(
    'brings nothing, and does not fail, for %j',
    async (phrases) => {
      expect((await search(phrases)).length).toBeLessThanOrEqual(query.limit);
      if (phrases.join('').length === 0) expect(await search(phrases)).toEqual([]);
    },
  );

  it('takes marks that mean something to a search engine as text', async () => {
    const hits = await search(['绿色金融" OR (words:*) \\ AND -贷款 ^2 ~']);
    expect(hits[0]?.passage.text).toContain('绿色金融');
  });
});
