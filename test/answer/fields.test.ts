import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const outline = `# 柳川市国民经济和社会发展第十五个五年规划纲要（2026—2030年）

## 第一章 发展环境

### 第一节 发展成就

生态环境明显改善，优良天数比率达到90%。对外开放取得进展。

## 第二章 加快绿色低碳转型

### 第一节 推进碳达峰

有序关停小煤矿12处，新增光伏装机80万千瓦。

### 第二节 健全生态文明制度

建立林长制考核办法，开展排污权交易试点。

## 第三章 增进民生福祉

新建中小学9所，新增托位1200个。
`;

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace({ 'liuchuan.md': outline });
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

describe('a field that the plan names otherwise', () => {
  it('is told from the part whose headings treat it, not from a passing word on what was', async () => {
    const { text } = (await ask({ question: '概括柳川纲要在生态环境方面的任务' })).answer;
    for (const words of ['关停小煤矿12处', '林长制']) expect(text).toContain(words);
    for (const words of ['明显改善', '新建中小学']) expect(text).not.toContain(words);
  });

  it('leaves what was to the question for it', async () => {
    const { text } = (await ask({ question: '柳川“十四五”生态环境方面有哪些成就？' })).answer;
    expect(text).toContain('生态环境明显改善');
    expect(text).not.toContain('小煤矿');
  });
});
