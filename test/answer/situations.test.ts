import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const plan = `# 槐城市商贸流通发展规划（2026—2030年）

## 一、发展基础

### （一）存在不足

商贸流通业仍有不少短处。

#### 1. 市场主体不强

年销售过亿元的企业仅6家，连锁化率偏低。龙头批发商和冷链仓库不足；县城商场也不足。

#### 2. 流通成本偏高

社会物流费用占比高出全省2个百分点，货车空驶率达到38%。

### （二）面临机遇

城际铁路2027年通车，消费半径扩大。

## 二、重点任务

推动老字号进商圈，解决停车难问题。
`;

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace({ 'huaicheng.md': plan });
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

const textOf = async (question: string) => (await ask({ question })).answer.text;

describe('what is wrong and what lies ahead', () => {
  it.each(['槐城商贸流通有哪些不足？', '槐城商贸流通存在什么问题', '槐城商贸的短板有哪些'])(
    '"%s" is told with every point of the section, not with a sentence that has the word',
    async (question) => {
      const text = await textOf(question);
      for (const words of ['过亿元的企业仅6家', '空驶率达到38%']) expect(text).toContain(words);
      for (const words of ['城际铁路', '老字号']) expect(text).not.toContain(words);
    },
  );

  it('is told apart from what is wrong', async () => {
    const text = await textOf('槐城商贸流通业的机遇是什么？');
    expect(text).toContain('城际铁路2027年通车');
    expect(text).not.toContain('空驶率');
  });
});
