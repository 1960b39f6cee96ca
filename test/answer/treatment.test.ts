import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';

/** A made-up plan whose goals, principles and annex speak of the same matters as its tasks. */
const harbour = `芦汀市渔港经济发展规划（2024—2028年）

第一章 总体要求

第一节 基本原则

坚持安全第一，渔船安全是渔港发展的底线。

第二节 发展目标

到2028年，冷链物流能力明显提升，冷库总容量达到30万吨。

第二章 重点任务

第一节 完善渔港冷链物流

新建万吨级冷库3座，配置冷藏车120辆。开通生鲜专列每周2班，冷链流通率提高到85%。

第二节 加强渔船安全管理

渔船全部安装北斗终端，每季度开展一次救生演练。建设渔船避风锚地2处。

第三节 引育渔业人才

设立船员实训中心，五年培训船长800名。

第四节 发展休闲渔业

建设海钓基地4个，举办开渔节。

第三章 投资与资金

规划总投资46亿元，其中财政资金12亿元，专项债券9亿元，社会资本25亿元。

附件1 年度任务表

| 序号 | 主要任务 | 第一年 | 第二年 |
| --- | --- | --- | --- |
| 1 | 冷库建设 | 完成1座万吨级冷库选址 | 冷库主体完工 |
| 2 | 避风锚地 | 完成锚地海域勘测 | 锚地投入使用 |

附件2 重点项目表

| 序号 | 项目名称 | 建设地点 | 总投资（亿元） |
| --- | --- | --- | --- |
| 1 | 万吨级冷库项目 | 东屿镇 | 8 |
| 2 | 海钓基地项目 | 白沙镇 | 2 |
| 3 | 水产加工园项目 | 东屿镇 | 5 |
`;

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace({ 'luting-harbour-2024-2028.md': harbour });
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

const textOf = async (question: string) => (await ask({ question })).answer.text;

describe('what is done about a matter', () => {
  it.each(['芦汀渔港冷链物流怎么提升？', '芦汀市冷链物流有哪些举措', '概括一下芦汀怎么搞冷链物流'])(
    '"%s" is told from the section of tasks, not from the goals',
    async (question) => {
      const text = await textOf(question);
      expect(text).toContain('新建万吨级冷库3座');
      expect(text).toContain('冷链流通率提高到85%');
      expect(text).not.toContain('30万吨');
      expect(text).not.toContain('北斗');
    },
  );

  it('is told for each of two matters, one after the other', async () => {
    const text = await textOf('芦汀在渔船安全和人才上各有什么安排？');
    expect(text).toContain('北斗终端');
    expect(text).toContain('船员实训中心');
    expect(text).not.toContain('底线');
    expect(text).not.toContain('海钓');
  });

  it('is found in the words of the plan where the question has everyday ones', async () => {
    const text = await textOf('芦汀渔港建设的钱从哪儿来？');
    expect(text).toContain('专项债券9亿元');
    expect(text).not.toContain('冷藏车');
  });
});

describe('a table of tasks or projects', () => {
  it('tells what the stage asked for has, task by task', async () => {
    const text = await textOf('芦汀规划第一年要做哪些事？');
    expect(text).toContain('完成1座万吨级冷库选址');
    expect(text).toContain('完成锚地海域勘测');
    expect(text).not.toContain('主体完工');
  });

  it('lists the rows whose place is the one asked for', async () => {
    const text = await textOf('芦汀附件2里哪些项目在东屿镇？');
    expect(text).toContain('万吨级冷库项目');
    expect(text).toContain('水产加工园项目');
    expect(text).not.toContain('海钓');
  });
});
