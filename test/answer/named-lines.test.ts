import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const plan = `# 云汀市“十五五”物流发展规划（2026—2030年）

云汀市人民政府

## 第一章 发展目标

到2030年，社会物流总额达到5200亿元。

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
    expect(text).toContain('东汀区更多');
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
