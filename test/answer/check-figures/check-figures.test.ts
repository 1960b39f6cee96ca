import { beforeAll, describe, expect, it } from 'vitest';
import { checkFigures } from '../../../src/answer/check-figures/check-figures.js';
import { createEmbeddedEmbedder } from '../../../src/models/embedded-embedder.js';
import { createIndicatorIndex } from '../../../src/retrieve/indicator-index.js';
import type { ToolContext } from '../../../src/tools/tool.js';
import { createWorkspace } from '../../setup/ingest-samples.js';

let context: ToolContext;

beforeAll(async () => {
  const workspace = await createWorkspace();
  await workspace.ingest();
  const store = await workspace.open();
  const plans = await store.plans();
  const planIds = plans.map(({ planId }) => planId);
  const indicators = createIndicatorIndex(await store.indicators(planIds));
  context = { store, embedder: createEmbeddedEmbedder(), plans, indicators, planIds };
});

const check = (text: string, sight: Partial<ToolContext> = {}) =>
  checkFigures({ ...context, ...sight }, { text, language: 'zh' });
const verdicts = async (text: string) =>
  (await check(text)).checks.map(({ figure, verdict }) => `${figure} ${verdict}`);

describe('the figures of a message', () => {
  it('stand where a table of the plan has them under that name and year, with the place', async () => {
    const { checks, citations } = await check('云岭市2025年存款余额目标8000亿元。');
    expect(checks).toMatchObject([
      { figure: '8000亿元', verdict: 'stands', stated: [{ year: 2025, citation: 1 }] },
    ]);
    expect(citations[0]).toMatchObject({ n: 1, planId: 'yunling-finance' });
    expect(citations[0]?.passage).toContain(citations[0]?.quote);
  });

  it('stand in another unit of their kind', async () => {
    expect(await verdicts('云岭市2025年存款余额0.8万亿元')).toEqual(['0.8万亿元 stands']);
  });

  it('differ where the plan gives another figure, which is named', async () => {
    const { checks } = await check('云岭市2025年存款余额达到8500亿元。');
    expect(checks).toMatchObject([{ verdict: 'differs', stated: [{ figure: '8,000亿元', year: 2025 }] }]);
  });

  it('do not stand because a neighbour in the table has them', async () => {
    expect(await verdicts('云岭市2025年贷款余额8000亿元')).toEqual(['8000亿元 differs']);
  });

  it('are of the plan and the year that the sentence before named', async () => {
    const text = '云岭市2025年的目标：存款余额8000亿元。贷款余额6500亿元，上市公司40家。';
    expect(await verdicts(text)).toEqual(['8000亿元 stands', '6500亿元 stands', '40家 differs']);
  });

  it('are each of the plan that is named before them', async () => {
    const text = '云岭市2025年金融业增加值380亿元，青禾县2026年农产品加工业产值85亿元';
    expect(await verdicts(text)).toEqual(['380亿元 stands', '85亿元 stands']);
  });

  it('are not taken for those of another year, and the years that there are come along', async () => {
    const { checks } = await check('云岭市2023年存款余额8000亿元');
    expect(checks).toMatchObject([{ verdict: 'not_found', reason: 'no_such_year' }]);
    expect(checks[0]?.stated.map(({ year }) => year)).toEqual(expect.arrayContaining([2020, 2025]));
  });

  it('are not found for a place without a plan, whatever other plans say', async () => {
    const { checks } = await check('昆明市2025年存款余额8000亿元');
    expect(checks).toMatchObject([{ verdict: 'not_found', reason: 'no_such_plan', stated: [] }]);
  });

  it('are not found where the plans say nothing of the matter', async () => {
    expect(await verdicts('云岭市2025年海水淡化能力8000吨')).toEqual(['8000吨 not_found']);
  });

  it('are not looked up in plans that the person may not see', async () => {
    const { checks, citations } = await check('云岭市2025年存款余额8000亿元', {
      planIds: ['qinghe-farming'],
    });
    expect(checks).toMatchObject([{ verdict: 'not_found', stated: [] }]);
    expect(citations).toEqual([]);
  });

  it('are read in English, too', async () => {
    const { checks } = await check('The 2025 deposit target of Yunling is 800 billion yuan.');
    expect(checks).toMatchObject([{ verdict: 'stands' }]);
  });

  it('are none in a message without figures, nor are its years', async () => {
    expect(await verdicts('明天上午开会，讨论2025年的规划。')).toEqual([]);
  });

  it('are counted where there are more than one check takes', async () => {
    const text = Array.from({ length: 40 }, (_, n) => `云岭市2025年存款余额${8000 + n}亿元。`).join('');
    const { checks, unchecked } = await check(text);
    expect([checks.length, unchecked]).toEqual([30, 10]);
  });
});
