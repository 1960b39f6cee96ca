import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const plan = `# 云汀市“十五五”物流发展规划（2026—2030年）

云汀市人民政府

## 第一章 发展目标

2025年新增物流就业1350人。到2030年，社会物流总额达到5200亿元，五年新增物流就业6000人。

### 表1 各县区2030年物流目标

| 地区 | 仓储面积（万平方米） | 冷库容量（万吨） | 快递网点（个） |
|---|---|---|---|
| 东汀区 | 320 | 48 | 410 |
| 西汀县 | 180 | 62 | 260 |
| 北屏县 | 95 | 21 | 150 |
| 合计 | 595 | 131 | 820 |

## 第二章 重点任务

建设县级分拨中心14个，其中东汀区6个、西汀县5个、北屏县3个。

### 专栏1 重大工程

1.东汀空港物流园。占地1200亩，总投资45亿元。

2.西汀至北屏货运通道。全长88公里，总投资63亿元。

3.汀河环线货运通道。全长52公里，总投资29.5亿元。

### 专栏2 园区管理模式对比

| 职能 | 东汀空港政府主导 | 西汀陆港企业运营 |
|---|---|---|
| 整体规划 | 空港管委会 | 市国资委 |
| 日常运营 | 空港集团公司 | 陆港运营公司 |

## 第三章 分片推进

### 第一节 东江片区

推进标准厂房建设，建设面积达到24万平方米。

### 第二节 北屏片区

标准厂房建设面积达到9万平方米，配套仓库4座。
`;

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace({ 'yunting-logistics-2026-2030.md': plan });
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

const textOf = async (question: string) => (await ask({ question })).answer.text;

describe('things that the plan has a line for each', () => {
  it.each([
    '西汀到北屏和汀河环线两条货运通道，哪条长、各投多少？',
    '西汀至北屏货运通道跟汀河环线比，谁长？投资差多少',
  ])('"%s" is answered with both, in order', async (question) => {
    const text = await textOf(question);
    for (const figure of ['88公里', '52公里', '63亿元', '29.5亿元']) expect(text).toContain(figure);
    expect(text).toMatch(/西汀至北屏货运通道全长更长/);
  });

  it('are worked out against each other where the difference is asked', async () => {
    expect(await textOf('东汀空港物流园和汀河环线货运通道的投资差多少')).toContain('15.5亿元');
  });

  it('are the members of a sentence, too', async () => {
    const text = await textOf('云汀的县级分拨中心，东汀和北屏哪边多？');
    expect(text).toContain('6个');
    expect(text).toMatch(/东汀区更[多高]/);
    expect(text).not.toContain('14个');
  });
});

describe('sides of a comparison that are no rows', () => {
  it('are columns whose heads describe them, told by the row that is asked for', async () => {
    const text = await textOf(
      '云汀园区管理模式里，东汀空港政府主导和西汀陆港企业运营的日常运营分别归谁，有什么不同？',
    );
    expect(text).toContain('空港集团公司');
    expect(text).toContain('陆港运营公司');
  });

  it('are sections of their own', async () => {
    const text = await textOf('东江片区和北屏片区的标准厂房建设面积哪个大？');
    expect(text).toContain('24万平方米');
    expect(text).toContain('9万平方米');
  });

  it('are a target spread over the years and what was reached in one', async () => {
    const text = await textOf('云汀五年新增物流就业摊到每年，跟2025年实际新增物流就业比是多还是少？');
    expect(text).toContain('低于那一年的实际数');
    expect(text).toContain('1,200人');
  });
});

describe('the most and the least of a table', () => {
  it('are those of the column that is named, no total among them', async () => {
    const text = await textOf('云汀2030年哪个县区冷库容量最大，哪个最小？');
    expect(text).toContain('最高的是西汀县冷库容量，最低的是北屏县冷库容量');
    expect(text).not.toContain('131');
    expect(text).not.toContain('320万平方米');
  });

  it('are found in the works of a box', async () => {
    const text = await textOf('云汀重大工程里总投资最多的是哪个？');
    expect(text).toContain('最多的是西汀至北屏货运通道总投资');
  });
});
