import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Answer, Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const plan = `# 槐荫县“十五五”水资源与产业发展规划（2026—2030年）

## 一、发展基础

2025年底，全县服务器装机规模为12万台，用水总量为2.1亿立方米，储能装备产业产值为120亿元。建成“四好乡村渠”示范乡镇3个，管网漏损率降至9%。

## 二、发展目标

到2030年，全县用水总量控制在2.3亿立方米以内，万元地区生产总值用水量较2025年下降16%，万元工业增加值用水量下降11%。

表1 主要指标

| 序号 | 指标 | 单位 | 2025年 | 2030年 | 属性 |
|---|---|---|---|---|---|
| 1 | 用水总量 | 亿立方米 | 2.1 | ≤2.3 | 约束性 |
| 2 | 万元地区生产总值用水量下降率 | % | [19] | [16] | 约束性 |
| 3 | 万元工业增加值用水量下降率 | % | [22] | [11] | 约束性 |

到2030年，服务器装机规模达到90万台，数据中心标准机架达到8万架。

## 三、重点任务

推动数据中心向实时算力升级，到2030年智能算力占比达到40%，服务器上架率提高到80%以上。

储能装备。以县经济开发区为主承载地，重点引进电芯、储能系统集成和回收利用项目，建设中试基地和检测平台，到2030年产值达到450亿元，终端产品占比提高到35%以上。

实施白渠灌区现代化改造，改造干支渠96公里，建设量测水设施150处；改造小型灌区9处。

专栏1 重点工程

1.白渠灌区现代化改造：改造干支渠96公里，总投资1.7亿元，2026—2028年，由县水利局负责。

2.南塬智算中心。占地800亩，规划机架6万架，总投资70亿元，2028年底前一期2万架投入运行。
`;

let ask: Ask;

async function answerTo(question: string): Promise<Answer> {
  return (await ask({ question })).answer;
}

beforeAll(async () => {
  const workspace = await createWorkspace({ 'huaiyin-water.md': plan });
  await workspace.ingest();
  const now = () => new Date('2026-06-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

describe('how far something is to fall', () => {
  it.each([
    ['槐荫2030年万元GDP用水量要下降多少？', '16%'],
    ['槐荫万元GDP用水量到2030年要降多少', '16%'],
    ['槐荫2030年万元工业增加值用水量得降低几个点', '11%'],
  ])('%s is what the plan states of it, not one fall taken from another', async (question, figure) => {
    const { status, text, calculations } = await answerTo(question);
    expect(status).toBe('answered');
    expect(text).toContain(figure);
    expect(calculations).toEqual([]);
  });

  it('is told beside the level that is asked for with it', async () => {
    const { text } = await answerTo('槐荫2030年用水总量要控制在多少，万元GDP用水量要降多少？');
    expect(text).toContain('2.3亿立方米');
    expect(text).toContain('16%');
  });

  it('is worked out where two years are set against each other', async () => {
    const { calculations } = await answerTo('槐荫2030年用水总量比2025年多多少？');
    expect(calculations).toHaveLength(1);
  });
});

describe('several things about one work', () => {
  it.each([
    '白渠灌区现代化改造要改多少公里干支渠，投多少钱，哪几年干？',
    '白渠灌区现代化改造投资多少，哪几年实施，改造干支渠几公里？',
  ])('%s gets length, cost and years', async (question) => {
    const { text } = await answerTo(question);
    for (const said of ['96公里', '1.7亿元', '2026—2028年']) expect(text).toContain(said);
  });

  it('gets the amount that stands beside a share, under the title of its paragraph', async () => {
    const { text } = await answerTo('槐荫储能装备2030年产值要做到多少，终端产品占比呢？');
    expect(text).toContain('450亿元');
    expect(text).toContain('35%');
  });
});

describe('a neighbour of what is asked', () => {
  it.each(['南塬智算中心二期哪年投入运行？', '南塬智算中心二期何时投用？'])(
    '%s is not answered with the year of the first phase',
    async (question) => {
      expect((await answerTo(question)).status).toBe('refused');
    },
  );

  it('is the answer where it is the phase that is asked for', async () => {
    expect((await answerTo('南塬智算中心一期哪年投入运行？')).text).toContain('2028年底前');
  });

  it('is not the share of them where it is asked how many there are', async () => {
    const { text } = await answerTo('槐荫2030年数据中心标准机架和服务器规模目标各是多少');
    expect(text).toContain('8万架');
    expect(text).toContain('90万台');
    expect(text).not.toContain('80%');
  });

  it('is no explanation of a term that the plan only uses', async () => {
    const { status, text } = await answerTo('什么是“四好乡村渠”');
    expect(status).toBe('refused');
    expect(text).toContain('没有解释');
  });
});
