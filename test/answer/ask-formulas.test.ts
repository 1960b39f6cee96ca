import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const plan = `丹渚市“十四五”水务发展规划

规划期为2021-2025年。

第一章 发展基础

2020年，全市城乡公路总里程860公里，供水管网里程达到420公里，水务企业由31家增加到50家，其中规模以上企业18家、民营企业26家。市场监测水厂共96座，其中地表水厂40座、地下水厂35座。

污水处理率仍为82%，万元产值用水量48立方米，夜间漏损水量35万吨。节水宣传活动累计举办40场，参与群众达到12万人次。

第二章 发展目标

到2025年，供水管网通水里程达到600公里，污水处理率提高到95%，夜间漏损水量降至28万吨。市财政每年安排水务专项资金不低于3亿元。

第三章 重点工程

专栏1 水务重点工程

北湾水厂扩建工程：扩建规模10万吨，总投资6亿元。

南屏管网改造工程：改造管网120公里，总投资9亿元。

东岭调蓄水库工程：新建水库1座，总投资15亿元。

表1 各县区供水任务

| 县区 | 新增供水能力（万吨） | 新建水厂（座） | 建设地点 |
|---|---|---|---|
| 丹东区 | 12 | 3 | 滨江园区 |
| 丹西区 | 8 | 2 | 青石园区 |
| 白沙县 | 15 | 4 | 滨江园区 |
| 云石县 | 5 | 1 | 青石园区 |
`;

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace({ 'danzhu-water.md': plan });
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

describe('a calculation is worked out of figures that it describes', () => {
  it.each([
    ['丹渚的丹东区、白沙县两地的新增供水能力占全市百分之多少？', 67.5, '%'],
    ['丹渚表1里滨江园区的新建水厂一共多少座', 7, '座'],
    ['东岭调蓄水库工程占专栏1三项工程总投资的多大比重？', 50, '%'],
    ['丹渚北湾水厂扩建工程和南屏管网改造工程总投资加一块多少亿', 15, '亿元'],
    ['丹渚供水管网里程2025年和2020年比增加百分之几？', 42.86, '%'],
    ['丹渚夜间漏损水量2025年比2020年下降百分之多少', -20, '%'],
    ['丹渚供水管网目标比现在多多少公里', 180, '公里'],
    ['丹渚水务企业里民营企业占几成？', 52, '%'],
    ['丹渚水厂去掉地表水厂和地下水厂还剩多少座？', 21, '座'],
    ['丹渚节水宣传活动平均一场有多少人参与？', 3000, '人次/场'],
    ['丹渚水务专项资金五年合计至少多少亿？', 15, '亿元'],
    ['丹渚表1新增供水能力最多的县区是最少的几倍？', 3, '倍'],
    ['2025年供水管网里程是“十三五”目标的1.5倍，那目标原来是多少公里？（丹渚）', 400, '公里'],
  ])('%s', async (question, value, unit) => {
    const { answer } = await ask({ question });
    const made = answer.calculations.at(-1);
    expect([made?.result.unit, answer.status]).toEqual([unit, 'answered']);
    expect(made?.result.value).toBeCloseTo(value, 1);
    expect(answer.citations.length).toBeGreaterThan(0);
  });

  it('gives no figure of other lines where one that is named is not in the plan', async () => {
    const { answer } = await ask({ question: '丹东区、红岩县两地的新增供水能力占全市百分之多少？' });
    expect(answer.calculations).toEqual([]);
  });
});
