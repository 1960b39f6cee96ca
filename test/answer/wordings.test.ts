import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const plan = `# 禾川市“十五五”水利发展规划（2026—2030年）

禾川市人民政府

## 第一章 发展目标

到2030年，城乡供水普及率达到97%，再生水利用率达到28%左右。五年新增水库库容累计1.2亿立方米。水网布局为“一轴两库”。

### 表1 主要指标

| 指标 | 单位 | 2025年 | 2030年 |
|---|---|---|---|
| 城乡供水普及率 | % | 92 | 95 |
| 再生水利用率 | % | 21 | 25 |

## 第二章 重点任务

水网按照“一轴三库”推进建设。河道治理320公里，其中干流110公里、支流150公里、山洪沟60公里。

### 专栏1 重点工程

防洪提升工程：总投资38亿元。

供水保障工程：总投资26亿元。

灌区改造工程：总投资17亿元。

以上三项工程总投资85亿元。

## 第三章 节水

“十五五”期间，新增节水示范村15个。到2030年，接待水利风景区游客600万人次，实现旅游收入90亿元，人均旅游花费1650元。到2029年，接待水利风景区游客500万人次，实现旅游收入70亿元，人均旅游花费1400元。

## 第四章 社区

每年新增节水示范村不少于4个。

## 第五章 投资

规划总投资预计为140亿元。

### 表2 投资估算

| 领域 | 投资（亿元） |
|---|---|
| 防洪 | 58 |
| 供水 | 44 |
| 灌溉 | 32 |
`;

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace({ 'hechuan-water-2026-2030.md': plan });
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

const textOf = async (question: string) => (await ask({ question })).answer.text;

describe('parts that are to be added up', () => {
  it('of a box are summed and set against the total that it states', async () => {
    const text = await textOf('禾川三项重点工程总投资85亿，拆开加总是多少？');
    expect(text).toContain('合计81亿元');
    expect(text).toContain('以上三项工程总投资85亿元');
    expect(text).toContain('不一致');
  });

  it('of a table are summed and set against the text above it', async () => {
    const text = await textOf('禾川规划总投资140亿，分领域那张表加起来是不是这个数');
    expect(text).toContain('合计134亿元');
    expect(text).toContain('140亿元');
  });

  it('of a sentence that agree are said to agree', async () => {
    const text = await textOf('禾川河道治理320公里，分项加起来对得上吗');
    expect(text).toContain('合计320公里');
    expect(text).toContain('与所写的总数一致');
  });
});

describe('wordings that are set against each other', () => {
  it('are each shown where the plan has them', async () => {
    const text = await textOf('禾川的水网是“一轴两库”还是“一轴三库”？');
    expect(text).toContain('一轴两库');
    expect(text).toContain('一轴三库');
  });

  it.each([
    '禾川2030年供水普及率是97%还是95%',
    '禾川城乡供水普及率2030年到底定了百分之多少',
    '禾川2030年供水普及率正文和表写的一样吗',
  ])('"%s" gets both figures with both places', async (question) => {
    const text = await textOf(question);
    expect(text).toContain('97%');
    expect(text).toContain('95%');
    expect(text).toContain('表1');
  });

  it('that say "about" another figure are at odds, too', async () => {
    const text = await textOf('禾川再生水利用率2030年的目标前后统一吗');
    expect(text).toContain('28%');
    expect(text).toContain('25%');
  });
});

describe('figures of which one follows from the others', () => {
  it('disagree where so many a year come to more than is stated for all years', async () => {
    const text = await textOf('禾川说每年新增节水示范村不少于4个，五年却只新增15个，对得上吗？');
    expect(text).toContain('4个 × 5 = 20个');
    expect(text).toMatch(/新增节水示范村为15个，与计算结果不一致/);
  });

  it('disagree where an amount over what it is spread over is not what is stated for each', async () => {
    const text = await textOf('禾川2030年600万人次、90亿元、人均1650元，这三个数对得上吗？');
    expect(text).toContain('90亿元 / 600万人次 = 1,500元/人次');
    expect(text).toMatch(/1,650元，与计算结果不一致/);
  });

  it('agree where it is', async () => {
    const text = await textOf('禾川2029年500万人次、70亿元、人均1400元，自相矛盾吗？');
    expect(text).toMatch(/1,400元，与计算结果一致/);
    expect(text).not.toContain('不一致');
  });
});
