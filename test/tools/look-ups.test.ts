import { beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import { createIndicatorIndex } from '../../src/retrieve/indicator-index.js';
import { auditTool } from '../../src/tools/audit.js';
import { calculateTool } from '../../src/tools/calculate.js';
import { compareTool } from '../../src/tools/compare.js';
import { glossaryTool } from '../../src/tools/glossary.js';
import { readSectionTool } from '../../src/tools/read-section.js';
import type { ToolContext } from '../../src/tools/tool.js';
import { createWorkspace } from '../setup/ingest-samples.js';
import { samplePlans } from '../setup/sample-plans.js';

const words = `沙洲市绿色金融规划（2021-2025年）

第一章 目标

到2025年，沙洲市存款余额达到0.9万亿元，贷款余额达到6100亿元。

第二章 名词解释

“绿色信贷”：是指银行为环保项目发放的贷款。
`;

let context: ToolContext;

beforeAll(async () => {
  const workspace = await createWorkspace({ ...samplePlans, 'shazhou-green.txt': words });
  await workspace.ingest();
  const store = await workspace.open();
  const plans = await store.plans();
  const planIds = plans.map(({ planId }) => planId);
  const indicators = createIndicatorIndex(await store.indicators(planIds));
  context = { store, embedder: createEmbeddedEmbedder(), plans, planIds, indicators };
});

describe('compare', () => {
  it('brings the figures of plans to one unit and names the plans that have none', async () => {
    const result = await compareTool.run(context, { indicator: '存款余额', planIds: [], year: 2025 });
    const amounts = Object.fromEntries(
      result.plans.map(({ planId, rows }) => [planId, rows[0]?.inCommonUnit]),
    );
    const [shazhou = 0, yunling = 0] = [amounts['shazhou-green'] ?? 0, amounts['yunling-finance'] ?? 0];
    expect(shazhou / yunling).toBeCloseTo(9_000 / 8_000);
    expect(result.missing.map(({ planId }) => planId)).toEqual(['qinghe-farming']);
    expect(result.missing[0]?.near.length).toBeGreaterThan(0);
  });

  it('says which years a plan has where it has none for the year asked for', async () => {
    const planIds = ['yunling-finance'];
    const result = await compareTool.run(context, { indicator: '存款余额', planIds, year: 2028 });
    expect(result.plans[0]).toMatchObject({ rows: [], otherYears: [2020, 2025, 2030] });
  });

  it('looks at no plan outside what the asker may see', async () => {
    const narrow = { ...context, planIds: ['yunling-finance'] };
    const result = await compareTool.run(narrow, { indicator: '存款余额', planIds: ['shazhou-green'] });
    expect(result).toEqual({ unit: '', plans: [], missing: [] });
  });
});

describe('glossary', () => {
  it('gives the other names of a term and the sentence that explains it', async () => {
    const known = await glossaryTool.run(context, { term: 'GDP', planIds: [] });
    expect(known.names[0]?.name).toBe('地区生产总值');
    const explained = await glossaryTool.run(context, { term: '绿色信贷', planIds: [] });
    expect(explained.definitions[0]?.sentence).toContain('是指银行为环保项目发放的贷款');
  });

  it('says what is near, and where it looked, when it finds nothing', async () => {
    const nothing = await glossaryTool.run(context, { term: '存款增速比', planIds: [] });
    expect(nothing).toMatchObject({ names: [], definitions: [], plans: context.planIds });
    expect(nothing.near.length).toBeGreaterThan(0);
  });
});

describe('calculate', () => {
  it('takes a row by its id, and no other figure', async () => {
    const rows = context.indicators.groups.flatMap((group) => group.rows);
    const pick = (year: number) =>
      rows.find((row) => row.name === '存款余额' && row.year === year && row.planId === 'yunling-finance');
    const inputs = [{ row: pick(2020)?.indicatorId ?? '' }, { row: pick(2025)?.indicatorId ?? '' }];
    const request = {
      operation: 'difference',
      inputs: inputs.toReversed(),
      options: {},
      language: 'zh' as const,
    };
    expect(await calculateTool.run(context, request)).toMatchObject({
      kind: 'outcome',
      outcome: { result: { value: 2_720, unit: '亿元' } },
    });
    const unknown = { ...request, inputs: [{ row: 'no such row' }] };
    expect(await calculateTool.run(context, unknown)).toMatchObject({ kind: 'unknown' });
    const narrow = { ...context, planIds: ['qinghe-farming'] };
    expect(await calculateTool.run(narrow, request)).toMatchObject({ kind: 'unknown' });
  });
});

it('a section that is not there gives the titles that are', async () => {
  const reading = await readSectionTool.run(context, { planId: 'shazhou-green', section: '资金保障' });
  expect(reading).toMatchObject({ kind: 'outline' });
});

it('a plan without contradictions has no findings', async () => {
  expect(await auditTool.run(context, { planIds: ['qinghe-farming'] })).toEqual([]);
});
