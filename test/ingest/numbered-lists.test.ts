import { describe, expect, it } from 'vitest';
import { readPlan, sectionTitled } from '../setup/read-plan.js';

const titled = (number: number, title: string) =>
  `${number}. ${title}。到2025年建成${number + 10}处，覆盖全部区县。`;
const plain = (number: number) => `${number}. 建设仓储中心，到2025年达到${number + 10}处，覆盖全部区县。`;

describe('the items of a numbered list', () => {
  it('are all sections where most of them have titles, each with its own responsible units', () => {
    const plan = readPlan(
      ['一、任务', titled(1, '扩大网络'), `${plain(2)}责任单位：市商务局。`, titled(3, '优化服务')].join(
        '\n',
      ),
    );
    expect(plan.outline).toEqual([
      '一、任务',
      '一、任务 > 1. 扩大网络',
      '一、任务 > 2. 建设仓储中心',
      '一、任务 > 3. 优化服务',
    ]);
    expect(sectionTitled(plan, '2. 建设仓储中心').responsible).toEqual([
      { role: '责任单位', units: ['市商务局'] },
    ]);
  });

  it('are all text where few have titles', () => {
    const { outline } = readPlan(
      ['一、清单', plain(1), titled(2, '扩大网络'), plain(3), plain(4)].join('\n'),
    );
    expect(outline).toEqual(['一、清单']);
  });

  it('are counted across the sections that they run through, and apart in a box', () => {
    const { outline } = readPlan(
      [
        '一、任务',
        '（一）网络',
        titled(1, '扩大网络'),
        '专栏1 工程',
        plain(1),
        plain(2),
        plain(3),
        '（二）服务',
        plain(2),
        titled(3, '优化服务'),
      ].join('\n'),
    );
    expect(outline.filter((path) => /> \d\. [^>]*$/.test(path))).toEqual([
      '一、任务 > （一）网络 > 1. 扩大网络',
      '一、任务 > （二）服务 > 2. 建设仓储中心',
      '一、任务 > （二）服务 > 3. 优化服务',
    ]);
  });
});

describe('decimal numbers', () => {
  const text = '各区县完善机制，细化安排，按时落地。';

  it('are levels of the outline where they follow one another through the plan', () => {
    const { outline } = readPlan(
      [
        ...['1 概况', '1.1 流域', text, '1.2 成就', text, '2总体思路', '2.1 原则', text],
        ...['（1）节水', text, '2.2 目标', text, '2.2.1 近期', text, '3 任务', text],
      ].join('\n\n'),
    );
    expect(outline).toEqual([
      '1 概况',
      '1 概况 > 1.1 流域',
      '1 概况 > 1.2 成就',
      '2 总体思路',
      '2 总体思路 > 2.1 原则',
      '2 总体思路 > 2.1 原则 > （1）节水',
      '2 总体思路 > 2.2 目标',
      '2 总体思路 > 2.2 目标 > 2.2.1 近期',
      '3 任务',
    ]);
  });

  it('are text where they are figures', () => {
    const { outline } = readPlan(
      ['一、成就', '1 个中心建成', '1.1 亿元资金到位', '2 条线路开通', '2.1 万人就业', text].join('\n\n'),
    );
    expect(outline).toEqual(['一、成就']);
  });
});

describe('responsible units', () => {
  it('are whole where a line ends within their bracket, and where a table fell into it', () => {
    const torn = '各区县围绕重点产业建设仓储和配送设施，引导企业共同建设和使用。（责任单位：市商务局、市';
    const lines = (rows: string[]) => ['（一）网络', torn, ...rows, '发改委；协助单位：市财政局）'];
    const table = [
      '序号 类型 指标名称 单位 2024年',
      '1 设施 仓库 座 12',
      '2 设施 站点 个 90',
      '3 设施 园区 个 4',
    ];
    for (const rows of [[], table]) {
      const plan = readPlan(lines(rows).join('\n\n'));
      expect(plan.tables).toHaveLength(rows.length > 0 ? 1 : 0);
      expect(plan.sections.flatMap((section) => section.responsible)).toEqual([
        { role: '责任单位', units: ['市商务局', '市发改委'] },
        { role: '协助单位', units: ['市财政局'] },
      ]);
    }
  });
});
