import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const shaxi = `# 沙溪市“十五五”综合发展规划（2026—2030年）

规划期为2026—2030年。

## 一、发展基础

2025年，全市金融机构存款余额4000亿元，金融机构贷款余额3000亿元。2025年农村公路优良率为71%，社区服务站覆盖率为60%，分别低于规划目标4个和6个百分点。

## 二、发展目标

到2030年，金融机构存款余额达到6000亿元，金融机构贷款余额达到4800亿元。高速铁路里程达到400公里，高速公路通车里程达到900公里。

高速公路通车里程2025年为700公里。全市旅馆床位由8万张增加到10万张。

## 三、重大项目

表1 重大项目清单

| 序号 | 项目名称 | 建设内容 | 建设年限 | 总投资（亿元） | 责任单位 |
|---|---|---|---|---|---|
| 1 | 沙溪至云浦高速铁路 | 境内80公里，设计时速350公里 | 2026—2029 | 160 | 市发展改革委 |
| 2 | 沙浦高速公路 | 120公里，双向四车道 | 2026—2030 | 150 | 市交通运输局 |
`;

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace({ 'shaxi-plan.md': shaxi });
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

async function results(question: string): Promise<[string, number, string][]> {
  const { answer } = await ask({ question });
  return answer.calculations.map(({ operation, result }) => [operation, result.value, result.unit]);
}

describe('the figures that a calculation takes', () => {
  it.each([
    '沙溪2025年的存贷比（贷款除以存款）是多少，2030年目标对应的又是多少？',
    '沙溪2025年和2030年的存贷比分别是多少？',
  ])('"%s" is worked out for each year from the figures of that year', async (question) => {
    expect(await results(question)).toEqual([
      ['share', 75, '%'],
      ['share', 80, '%'],
    ]);
  });

  it('of so much a kilometre are the length and the investment of one line of the table', async () => {
    expect(await results('沙溪至云浦高速铁路平均每公里投资多少亿元？')).toEqual([
      ['per_unit', 2, '亿元/公里'],
    ]);
  });

  it('of two years of one thing are not those of projects that its name stands in', async () => {
    expect(await results('沙溪2030年高速公路通车里程比2025年多多少公里？')).toEqual([
      ['difference', 200, '公里'],
    ]);
  });

  it.each([
    ['沙溪农村公路优良率2025年比规划目标低4个百分点，那原来定的目标是多少？', 75],
    ['沙溪2025年社区服务站覆盖率低于规划目标6个百分点，当初的目标是多少？', 66],
  ])('"%s" give the target that was missed', async (question, target) => {
    expect(await results(question)).toEqual([['before_change', target, '%']]);
  });

  it('are both ends that the question quotes, though the plan dates only one', async () => {
    expect(await results('沙溪旅馆床位从8万张增加到10万张，增长百分之几？')).toEqual([['growth', 25, '%']]);
  });

  it('of a share may be named on both sides of a comma', async () => {
    expect(await results('沙溪2030年的贷款余额目标，占存款余额目标的百分之几？')).toEqual([
      ['share', 80, '%'],
    ]);
  });
});
