import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const hexi = `河汐市“十五五”综合运输规划（2026—2030年）

规划期为2026—2030年。

第一章 发展基础

一、主要成就

2025年，全市货运量达到4800万吨，比2020年增加900万吨；客运站共有36个，较2020年减少4个。2025年物流业增加值125亿元，同比增长25%。

“十四五”期间累计完成交通投资300亿元，是“十三五”时期的1.5倍。

2025年常住人口200万人，地区生产总值1000亿元。全市建成货运场站50座，仓储面积120万平方米。

第二章 重点任务

一、通道建设

建设东环快速路20公里、南环快速路30公里，南环快速路总投资45亿元。新能源货车保有量由2025年的1000辆增加到2030年的2500辆。

专栏1 重大工程

1.北港二期工程。码头长800米，总投资24亿元。

2.石岭高速公路。全长40公里，设计时速100公里，总投资60亿元。

3.北港铁路专用线。全长12公里，总投资9亿元。
`;

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace({ 'hexi-transport.txt': hexi });
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

describe('a figure that the plan does not give', () => {
  it.each([
    ['河汐市2020年的货运量倒推是多少万吨？', 'before_change', 3900, '万吨'],
    ['河汐市2020年客运站大概有几个？', 'before_change', 40, '个'],
    ['用2025年的数往回推，河汐市2024年物流业增加值是多少？', 'before_change', 100, '亿元'],
    ['河汐市“十三五”时期的交通投资大约多少亿，倒推一下', 'before_change', 200, '亿元'],
    ['河汐市石岭高速公路平均每公里要花多少亿？', 'per_unit', 1.5, '亿元/公里'],
    ['河汐南环快速路一公里造价大概几亿元？', 'per_unit', 1.5, '亿元/公里'],
    ['河汐市2025年人均GDP大约多少元？', 'per_unit', 50000, '元/人'],
    ['河汐专栏1三个重大工程总投资加起来多少亿？', 'sum', 93, '亿元'],
    ['河汐专栏1里北港的两个项目总投资合起来是多少亿？', 'sum', 33, '亿元'],
  ])('"%s" is worked out by %s', async (question, operation, value, unit) => {
    const { answer } = await ask({ question });
    const made = answer.calculations.find((one) => one.operation === operation);
    expect(made?.result.unit).toBe(unit);
    expect(made?.result.value).toBeCloseTo(value, 1);
    const numbers = answer.citations.map(({ n }) => n);
    expect(made?.inputs.every(({ citation }) => numbers.includes(citation ?? 0))).toBe(true);
  });

  it('is given by how many and by how many percent, where both are asked', async () => {
    const { answer } = await ask({ question: '河汐新能源货车2030年要比2025年多多少辆，增幅百分之几？' });
    const made = answer.calculations.map(({ operation, result }) => [operation, result.value]);
    expect(made).toEqual([
      ['difference', 1500],
      ['growth', 150],
    ]);
  });

  it('is not made up of as many items as there are, where the question counts others', async () => {
    const { answer } = await ask({ question: '河汐专栏1五个重大工程总投资加起来多少亿？' });
    expect(answer.calculations).toEqual([]);
  });

  it('is refused where nobody asks for it to be worked out', async () => {
    const { answer } = await ask({ question: '河汐市2024年物流业增加值是多少？' });
    expect(answer).toMatchObject({ status: 'refused', calculations: [] });
  });
});

describe('by how much something is to fall, where the plan states the fall itself', () => {
  const table = `青港市“十五五”水利规划（2026—2030年）

规划期为2026—2030年。

第一章 主要目标

| 指标 | 2025年 | 2030年 | 属性 |
| --- | --- | --- | --- |
| 万元地区生产总值用水量下降率（%） | 18 | 15 | 约束性 |
| 管网漏损率（%） | 12 | 9 | 预期性 |
`;
  let asked: Ask;
  beforeAll(async () => {
    const workspace = await createWorkspace({ 'qinggang-water.md': table });
    await workspace.ingest();
    const now = () => new Date('2026-03-01T08:00:00+08:00');
    asked = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
  });

  it('is told as it stands, not as how two falls differ', async () => {
    const { answer } = await asked({ question: '青港万元地区生产总值用水量到2030年要下降多少？' });
    expect(answer.calculations).toEqual([]);
    expect(answer.values.map(({ value }) => value)).toContain(15);
  });

  it('is worked out for what the plan gives at two times', async () => {
    const { answer } = await asked({ question: '青港管网漏损率2030年比2025年下降多少？' });
    expect(answer.calculations.map(({ result }) => result.value)).toEqual([3]);
  });
});
