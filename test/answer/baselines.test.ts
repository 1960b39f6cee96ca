import { expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const plan = `# 云川市“十四五”金融业发展规划（2021—2025年）

## 第一章 发展基础

截至2020年，全市上市企业9家，市值规模676亿元。

## 第二章 发展目标

到2025年末，上市（挂牌）公司家数达到300家。

### 表1 主要指标

| 序号 | 指标 | 2020年 | 2025年 |
|---|---|---|---|
| 1 | 上市（挂牌）公司家数（家） | 257 | 300 |
| 2 | 存款余额（亿元） | 4200 | 5000 |
`;

it.each(['云川2025年上市公司要多少家？', 'How many listed companies does Yunchuan want by 2025?'])(
  '%s: the baseline is that of the table’s own line, not a figure of the same year under a like name',
  async (question) => {
    const workspace = await createWorkspace({ 'yunchuan-finance-2021-2025.md': plan });
    await workspace.ingest();
    const now = () => new Date('2021-03-01T08:00:00+08:00');
    const ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
    const { answer } = await ask({ question });
    expect(answer.text).toContain('300');
    expect(answer.text).toContain('257');
    expect(answer.text).not.toMatch(/(?<!\d)9家|was 9/);
  },
);
