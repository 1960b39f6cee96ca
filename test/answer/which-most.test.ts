import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const outline = `# 苇川市“十五五”城市发展规划（2026—2030年）

苇川市人民政府

## 第一章 总体要求

全市划分为生态控制区、更新提升区、拓展建设区三类政策分区，面积分别为35平方公里、120平方公里和64平方公里，其中生态控制区新增绿道12公里、社区38个、学位5400个。

到2030年，森林覆盖率达到41.5%，九年义务教育巩固率达到98%。改造老旧小区惠及户数达到3.6万户。

### 表1 各县区用水量

| 地区 | 2025年实际用水量（亿立方米） | 2030年控制指标（亿立方米） |
|---|---|---|
| 上苇区 | 3.2 | 3.5 |
| 下苇县 | 2.6 | 3.4 |
| 石苇县 | 1.8 | 2.0 |

### 表2 各县区床位

| 地区 | 2025年底养老机构数（家） | 2025年底床位数（张） | 2025年底护理型床位（张） | 2030年规划床位数（张） |
|---|---|---|---|---|
| 上苇区 | 38 | 1980 | 1310 | 2400 |
| 下苇县 | 24 | 1350 | 800 | 1500 |
| 石苇县 | 12 | 640 | 330 | 900 |

## 第二章 重点产业

### 第一节 装备产业

到2028年装备产业产值达到210亿元，到2030年达到300亿元。

### 第二节 食品产业

到2030年食品产业产值达到420亿元。

### 第三节 新材料产业

到2030年新材料产业产值达到150亿元。

### 专栏1 重点项目

| 项目 | 建设地点 | 总投资（亿元） |
|---|---|---|
| 智能机床工厂 | 苇东产业园 | 12 |
| 年产5万吨果汁项目 | 苇东产业园 | 8.5 |
| 碳纤维基地 | 石苇县 | 26 |
| 冷链中心 | 下苇县 | 4 |
`;

const other = `# 岑阳县国民经济和社会发展第十四个五年规划（2021—2025年）

岑阳县人民政府

## 第一章 目标

### 专栏1 “十三五”主要指标完成情况

| 指标 | “十三五”规划目标值 | 2020年值 |
|---|---|---|
| 地区生产总值（亿元） | 120 | 112.5 |
| 森林蓄积量（万立方米） | 310 | 335 |
| 农村公路里程（公里） | 1800 | 1912 |
| 城镇调查失业率（%） | 5.5 | 4.9 |

到2025年，森林覆盖率达到58.2%，九年义务教育巩固率达到98%。

## 第二章 城镇建设

改造城镇老旧小区42个、惠及4800户，新增停车位900个。
`;

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace({
    'weichuan-city-2026-2030.md': outline,
    'cenyang-outline-2021-2025.md': other,
  });
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

const textOf = async (question: string) => (await ask({ question })).answer.text;

describe('which of several is the most', () => {
  it('is told of the parts that a sentence divides something into, never of unlike things', async () => {
    const text = await textOf('苇川三类政策分区哪类面积最大、哪类最小，各多少？');
    expect(text).toMatch(/1\. .{0,8}更新提升区面积120平方公里；.*3\. .{0,8}生态控制区面积35平方公里/);
    expect(text).not.toMatch(/\d\. [^；。，]*学位/);
  });

  it('is told of one measure that the sections of a chapter each give', async () => {
    const text = await textOf('苇川三大重点产业2030年产值哪个最大，哪个最小？');
    expect(text).toMatch(/食品产业产值420亿元；.*300亿元；.*150亿元/);
    expect(text).not.toContain('1. 2028');
  });

  it('is told of the change between two years where that is asked', async () => {
    const text = await textOf('苇川三个县区2025年到2030年谁的用水量增加最多？');
    expect(text).toContain('变化最大的是下苇县');
    expect(text).toContain('0.8亿立方米');
  });

  it('is told of the columns of two years that are of one thing, of several that a table has', async () => {
    const text = await textOf('苇川2030年比2025年底床位增加最多的县区是哪个？');
    expect(text).toContain('变化最大的是上苇区，最小的是下苇县');
    expect(text).toContain('2,400张 − 2025年上苇区床位数1,980张 = 420张');
    expect(text).not.toContain('护理型');
  });

  it('is not told of two columns that are of different things', async () => {
    expect(await textOf('苇川2025年到2030年哪个县区护理型床位增加最多？')).not.toContain(' − ');
  });

  it('is told of the rows that the question picks by another cell', async () => {
    const text = await textOf('苇川放在苇东产业园的重点项目里哪个投资最大？');
    expect(text).toMatch(/1\. 智能机床工厂总投资12亿元；2\. 年产5万吨果汁项目总投资8.5亿元/);
    expect(text).not.toContain('26亿元');
  });
});

describe('one measure of two plans', () => {
  it('is of the year that the question says beside each', async () => {
    const text = await textOf('森林覆盖率目标，岑阳2025年和苇川2030年哪边高多少？');
    expect(text).toContain('58.2% − ');
    expect(text).toContain('16.7个百分点');
  });

  it('is the same where it is the same', async () => {
    expect(await textOf('九年义务教育巩固率目标，岑阳和苇川哪个高？')).toContain('两者相同');
  });

  it('is taken from a sentence where one plan has no row of it', async () => {
    const text = await textOf('老旧小区改造，苇川和岑阳各惠及多少户？哪边规模大');
    expect(text).toContain('3.6万户');
    expect(text).toContain('4,800户');
    expect(text).toMatch(/苇川市[^。]*更多/);
  });
});

describe('targets met and missed', () => {
  it.each(['岑阳“十三五”哪些指标没完成目标，差多少？', '岑阳十三五的指标里有哪几个没达标'])(
    '"%s" is answered from the table that has both',
    async (question) => {
      const text = await textOf(question);
      expect(text).toContain('没有达到目标的有1项');
      expect(text).toContain('目标120亿元，实际112.5亿元，比目标少7.5亿元');
      expect(text).not.toContain('森林蓄积量');
    },
  );
});
