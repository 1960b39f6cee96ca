import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';
import { yunling } from '../setup/sample-plans.js';

const linhai = `临海区“十四五”金融业发展规划

规划期为2021-2025年。

第一章 发展基础

2020年，临海区金融业增加值达到90亿元，上市企业18家。

2020年，滨海大通道总运输货值160亿元，同比增长12%；其中外贸货值40亿元，同比增长8%。为1250家企业发放复工贷款25亿元。

2020年，临海区旅游收入增速达12.5%，超过规划预期目标4.5个百分点。

“十三五”期间，在不同层次挂牌的企业达到63家，共有创业板上市企业4家，新三板挂牌企业8家，科创板上市企业50家。

第二章 发展目标

表1 主要指标表

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 年均增速（%） |
|---|---|---|---|---|---|
| 1 | 存款余额 | 亿元 | 1000 | 1600 | 9.9 |
| 2 | 贷款余额 | 亿元 | 800 | 1500 | 9.0 |
| 3 | 上市（挂牌）公司数量 | 家 | 70 | 100 | — |

到2025年，上市公司家数达到100家，新增私募机构6家。

第三章 主要任务

一、发展绿色金融

支持光伏和风电项目融资，设立绿色支行，建立绿色企业名录。
`;

const shanqian = `山前市“十四五”商务发展规划

规划期为2021-2025年。

第一章 商圈比较

一、商圈税收贡献

表1 国内部分商圈税收情况

| 商圈名称 | 商圈面积（平方公里） | 单位税收贡献率（元/平方米） |
|---|---|---|
| 北岭商圈 | 3.9 | 9000 |
| 深湾商圈 | 6.8 | - |
| 渝西商圈 | 3.5 | 3600 |
| 汉东商圈 | 7.4 | 2400 |
| 郑南商圈 | 3.4 | 1800 |
| 杭北商圈 | 4.0 | 600 |
`;

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace({
    'yunling-finance.txt': yunling,
    'linhai-finance.txt': linhai,
    'shanqian-commerce.txt': shanqian,
  });
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

describe('a question that has to be worked out', () => {
  it.each([
    ['云岭市存款余额从2020年到2025年复合年均增长多少？', 'cagr', 8.67, '%'],
    ['如果2023年云岭市存款余额已达到7000亿元，到2025年目标还要每年增长多少？', 'required_growth', 6.9, '%'],
    ['云岭市存款余额2025年到2030年一共增长百分之几？', 'growth', 50, '%'],
    ['按每年5%算，云岭市2025年的贷款余额到2028年是多少？', 'project', 7524.56, '亿元'],
    ['按直线内插，云岭市2027年贷款余额大约多少？', 'interpolate', 7820, '亿元'],
    ['云岭市存款余额如果2023年是6640亿元，目标完成了多少？', 'progress', 50, '%'],
    ['云岭市2025年存款余额是临海区的多少倍？', 'ratio', 5, '倍'],
    ['云岭市2025年贷款余额和存款余额相差多少？', 'difference', 1500, '亿元'],
    ['云岭市和临海区2025年的存款余额加起来多少？', 'sum', 9600, '亿元'],
    ['云岭市2025年存款余额换算成万亿元是多少？', 'convert', 0.8, '万亿元'],
    ['云岭市2025年直接融资规模相当于贷款余额的百分之几？', 'share', 9.23, '%'],
    ['云岭市存款余额若占全省的20%，2025年全省总量大概多少？', 'implied_total', 40000, '亿元'],
    ["What is the compound annual growth of Yunling's deposits from 2020 to 2025?", 'cagr', 8.67, '%'],
    ["Yunling's 2025 loans are how many times Linhai's?", 'ratio', 4.33, '倍'],
    ['云岭市2025年存款余额8000亿元、同比增长10%，倒推2024年是多少？', 'before_change', 7272.73, '亿元'],
    ['临海区2020年存贷款余额合计多少？', 'sum', 1800, '亿元'],
    ['临海区2020年的存贷比是多少？', 'share', 80, '%'],
    ['How many percent more deposits does Linhai plan to have in 2025 than in 2020?', 'growth', 60, '%'],
    [
      "How much did Linhai's deposits increase in absolute terms between 2020 and 2025?",
      'difference',
      600,
      '亿元',
    ],
    ['山前市表1里各商圈的单位税收贡献率，剔除北渝和1000元以下的后平均是多少？', 'average', 2100, '元/平方米'],
    ['山前市表1里单位税收贡献率前两名平均多少？', 'average', 6300, '元/平方米'],
    ['山前市表1里各商圈面积加总是多少？', 'sum', 29, '平方公里'],
    ['临海区2020年旅游收入增速超预期4.5个百分点，当初定的目标是多少？', 'difference', 8, '%'],
    ['滨海大通道2020年的货值里，外贸货值占几成？', 'share', 25, '%'],
    ['临海区复工贷款平均到每家企业是多少？', 'per_unit', 200, '万元/家'],
    ['存款余额云岭市从2020年做到2025年目标，年均得涨几个点？', 'cagr', 8.67, '%'],
    ['临海区金融业增加值2020年比15年涨了50%，倒算2015年是多少？', 'before_change', 60, '亿元'],
  ])('"%s" is worked out by %s', async (question, operation, value, unit) => {
    const { answer } = await ask({ question });
    const made = answer.calculations.find((one) => one.operation === operation);
    expect(made?.result.unit).toBe(unit);
    expect(made?.result.value).toBeCloseTo(value, 1);
    const numbers = answer.citations.map(({ n }) => n);
    for (const { source, citation } of made?.inputs ?? [])
      expect(source === 'citation' ? numbers.includes(citation ?? 0) : citation === null).toBe(true);
  });

  it('never takes a growth rate for a share', async () => {
    const { answer } = await ask({ question: '云岭市2025年存款余额8000亿元、增长10%，倒推总量是多少？' });
    expect(answer.text).not.toContain('80,000');
    expect(answer.calculations.map(({ operation }) => operation)).not.toContain('implied_total');
  });

  it('marks a figure that only the asker gave', async () => {
    const { answer } = await ask({
      question: '如果2023年云岭市存款余额已达到7000亿元，到2025年目标还要每年增长多少？',
    });
    expect(answer.calculations[0]?.inputs.map(({ source }) => source)).toEqual(['user', 'citation', 'count']);
    expect(answer.text).toContain('提问所给');
  });

  it('with a figure missing says which, and what there is, and works nothing out', async () => {
    const { answer } = await ask({ question: '云岭市2035年存款余额比2025年增长多少？' });
    expect(answer).toMatchObject({ status: 'refused', calculations: [], values: [] });
    expect(answer.text).toContain('2035');
    expect(answer.text).toContain('8,000亿元');
  });

  it('gives what is to be added where the plan states it, and works nothing out', async () => {
    const { answer } = await ask({ question: '临海区2025年要新增几家私募机构？' });
    expect(answer).toMatchObject({ status: 'answered', calculations: [] });
    expect(answer.text).toContain('6家');
  });

  it('is answered for each thing that is asked about, with what each rests on', async () => {
    const { answer } = await ask({ question: '云岭市2025年存款余额是2020年的几倍？贷款余额呢？' });
    expect(answer.calculations.map(({ operation }) => operation)).toEqual(['ratio', 'ratio']);
    const inputs = answer.calculations.flatMap((one) => one.inputs);
    expect(inputs.every(({ source, citation }) => source === 'citation' && citation !== null)).toBe(true);
    expect(new Set(inputs.map(({ value }) => value)).size).toBe(4);
  });

  it('takes both years from the series that gives both', async () => {
    const { answer } = await ask({ question: '临海区2025年上市公司数量比2020年增加多少家？' });
    expect(answer.calculations[0]?.result).toEqual({ value: 30, unit: '家' });
  });
});

describe('a comparison', () => {
  it('of two plans says who is higher, with the figures of both', async () => {
    const { answer } = await ask({ question: '云岭市和临海区谁2025年存款余额目标更高？' });
    expect(answer.calculations[0]).toMatchObject({ operation: 'rank', result: { value: 8000 } });
    expect(answer.text).toMatch(/云岭市更高/);
    expect(answer.text).toContain('1,600亿元');
  });

  it('in words gives each plan its own points, named', async () => {
    const { answer } = await ask({ question: '云岭市和临海区在绿色金融上的做法有什么不同？' });
    expect(answer.claims.some(({ text }) => text.startsWith('云岭市：'))).toBe(true);
    expect(answer.claims.some(({ text }) => text.startsWith('临海区：'))).toBe(true);
  });
});

describe('the highest in a table', () => {
  it('is that of the column asked for, not the largest number of the table', async () => {
    const { answer } = await ask({ question: '山前市规划里哪个商圈的单位税收贡献率最高？' });
    expect(answer.text).toContain('9,000元');
  });
});

describe('a plan that contradicts itself', () => {
  it('is told with the arithmetic when all contradictions are asked for', async () => {
    const { answer } = await ask({ question: '临海区规划里有哪些数字前后矛盾？' });
    expect(answer.status).toBe('answered');
    expect(answer.conflicts.map(({ about }) => about).join()).toContain('贷款余额');
    expect(answer.text).toContain('13.4');
  });

  it('is told where the stated rate is asked about', async () => {
    const { answer } = await ask({ question: '临海区贷款余额年均增速和目标一致吗？' });
    expect(answer.conflicts.length).toBeGreaterThan(0);
  });

  it('is told where the parts do not add up to the figure that is doubted', async () => {
    const { answer } = await ask({
      question: '临海区挂牌63家，把创业板、新三板、科创板加起来是这个数吗？',
    });
    expect(answer.calculations[0]?.result).toEqual({ value: 62, unit: '家' });
    expect(answer.text).toContain('与计算结果不一致');
  });

  it('is not accused where its figures agree', async () => {
    const { answer } = await ask({ question: '临海区存款余额年均增速和目标一致吗？' });
    expect(answer.conflicts).toEqual([]);
    expect(answer.text).toContain('一致');
  });
});
