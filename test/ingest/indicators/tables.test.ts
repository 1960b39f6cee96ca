import { describe, expect, it } from 'vitest';
import { readPlan, shown } from './read-plan.js';

const table = (...rows: string[]) => {
  const [head = '', ...rest] = rows;
  return [head, head.replace(/[^|]+/g, '---'), ...rest];
};

describe('an indicator table', () => {
  it('gives a figure for each year, with the unit of its column', () => {
    const { rows } = readPlan(
      '## 第一章 发展目标',
      '表1 主要指标',
      ...table(
        '| 序号 | 类型 | 指标名称 | 单位 | 2020年 | 2023年 | 2025年目标 | 属性 |',
        '| 1 | 规模 | 金融业营业收入 | 亿元 | 150 | 180 | 2022 | 预期性 |',
        '| 2 | 机构 | 银行业机构数量 | 家 | 1 | ３ | — | 约束性 |',
      ),
    );
    expect(rows.map(shown)).toEqual([
      '金融业营业收入 150亿元 2020 baseline',
      '金融业营业收入 180亿元 2023 target',
      '金融业营业收入 2022亿元 2025 target',
      '银行业机构数量 1家 2020 baseline',
      '银行业机构数量 3家 2023 target',
    ]);
    expect(rows.map((row) => row.attribute)).toEqual(['预期性', '预期性', '预期性', '约束性', '约束性']);
  });

  it('takes units from names and cells, and marks, ranges and hopes with them', () => {
    const { rows } = readPlan(
      '## 第一章 发展目标',
      ...table(
        '| 指标 | 2025年目标值 |',
        '| 1.上市企业数量（家） | ≥12 |',
        '| 2.单位产值能耗（吨标准煤/万元） | ≤ 0.07 |',
        '| 3.黄金交易额 | 力争突破1万亿元 |',
        '| 4.新设机构 | 3-5家 |',
      ),
    );
    expect(rows.map(shown)).toEqual([
      '上市企业数量 >=12家 2025 target',
      '单位产值能耗 <=0.07吨标准煤/万元 2025 target',
      '黄金交易额 >1万亿元 2025 target',
      '新设机构 3-5家 2025 target',
    ]);
  });

  it('takes a unit that stands beside how it is counted', () => {
    const { rows } = readPlan(
      '## 第一章 发展目标',
      ...table(
        '| 指标 | 2023年 | 2025年目标 |',
        '| 保障性租赁住房筹集（万套，累计） | 1.8 | 3.6 |',
        '| 城中村改造启动（累计，个） | 2 | 8 |',
      ),
    );
    expect(rows.map(({ name, value, unit, year }) => [name, value, unit, year])).toEqual([
      ['保障性租赁住房筹集（累计）', 1.8, '万套', 2023],
      ['保障性租赁住房筹集（累计）', 3.6, '万套', 2025],
      ['城中村改造启动（累计）', 2, '个', 2023],
      ['城中村改造启动（累计）', 8, '个', 2025],
    ]);
  });

  it('completes the names of grouped rows and of growth columns', () => {
    const { rows } = readPlan(
      '## 第一章 发展目标',
      ...table(
        '| 指标 | 分项 | 2020年值 | 2025年目标 | 年均增速 |',
        '| 金融业增加值 | 规模（亿元） | 210 | 280 | 6 |',
        '| 金融业增加值 | 占GDP比重（%） | 11.90 | 12 | — |',
      ),
    );
    expect(rows.map(shown)).toEqual([
      '金融业增加值 210亿元 2020 baseline',
      '金融业增加值 280亿元 2025 target',
      '金融业增加值年均增速 6% 2020-2025 growth',
      '金融业增加值占GDP比重 11.9% 2020 baseline',
      '金融业增加值占GDP比重 12% 2025 target',
    ]);
  });

  it('reads a starred figure as a forecast where the note says so, and keeps goals in words', () => {
    const { rows } = readPlan(
      '## 第一章 发展目标',
      '表1 核心指标',
      ...table(
        '| 核心指标 | 2020年 | 2025年 | 年均增速 |',
        '| 1.保费收入（亿元） | 66* | 90 | （6.5） |',
        '| 2.绿色信贷占比 | 达到全省领先水平 |  |  |',
      ),
      '',
      '注：*表示预测值；（）表示年均增速（%）',
    );
    expect(rows.map(shown)).toEqual([
      '保费收入 66亿元 2020 forecast',
      '保费收入 90亿元 2025 target',
      '保费收入年均增速 6.5% 2020-2025 growth',
      '绿色信贷占比 达到全省领先水平 2025 target',
    ]);
  });

  it('marks cumulative values', () => {
    const { rows } = readPlan(
      '## 第一章 发展目标',
      ...table('| 指标 | 2025年目标值 |', '| 城镇新增就业（人） | [5500] |'),
    );
    expect(rows.map((row) => [row.value, row.measure, row.yearFrom, row.year])).toEqual([
      [5500, 'cumulative', 2021, 2025],
    ]);
  });

  it('quotes the row as it stands in its passage', () => {
    const { rows, passages } = readPlan(
      '## 第一章 发展目标',
      ...table('| 指标 | 2025年目标 |', '| 保险深度（%） | 6 |'),
    );
    const passage = passages.find(({ passageId }) => passageId === rows[0]?.passageId);
    expect(rows[0]?.quote).toBe('保险深度（%）\t6');
    expect(passage?.text).toContain(rows[0]?.quote);
  });
});

describe('other tables', () => {
  it('gives the figures of places to the places', () => {
    const { rows } = readPlan(
      '## 第一章 发展基础',
      '表2 部分城市2020年金融业情况',
      ...table(
        '|  | GDP（亿元） | 金融机构数量 |',
        '| 东川市 | 1,325.4 | 302家 |',
        '| 江州市 | 813.3 | 120家 |',
      ),
    );
    expect(rows.map(shown)).toEqual([
      '[东川市] GDP 1325.4亿元 2020 actual',
      '[东川市] 金融机构数量 302家 2020 actual',
      'GDP 813.3亿元 2020 actual',
      '金融机构数量 120家 2020 actual',
    ]);
  });

  it('reads the goals of an action plan, each with the year of its column', () => {
    const { rows } = readPlan(
      '# 金融业发展三年（2021-2023年）行动计划',
      ...table(
        '| 序号 | 主要任务 | 第一年 | 第二年 | 第三年 | 责任部门 |',
        '| 1 | 吸引机构入驻 | 出台实施细则，各类金融机构新增3-5家。 | 各类金融机构新增8-10家。 | 同左 | 金融办 |',
        '| 2 | 扩大直接融资 | 直接融资规模达到20亿元。 | 直接融资规模达到40亿元。 | 完善机制。 | 金融办 |',
      ),
    );
    expect(rows.map(shown)).toEqual([
      '各类金融机构新增 3-5家 2021 target',
      '各类金融机构新增 8-10家 2022 target',
      '直接融资规模 20亿元 2021 target',
      '直接融资规模 40亿元 2022 target',
    ]);
  });

  it('reads one goal for all stages as that of the last', () => {
    const { rows } = readPlan(
      '# 金融业发展三年（2021-2023年）行动计划',
      ...table(
        '| 序号 | 主要任务 | 第一年 | 第二年 | 第三年 | 责任部门 |',
        '| 1 | 片区招商 | 引进证券公司分公司1家以上，保险支公司3家以上。 |  |  | 金融办 |',
        '| 2 | 扩大直接融资 | 直接融资规模达到20亿元。 | 直接融资规模达到40亿元。 | 直接融资规模达到60亿元。 | 金融办 |',
      ),
    );
    expect(rows.map(shown)).toEqual([
      '引进证券公司分公司 >=1家 2023 target',
      '引进保险支公司 >=3家 2023 target',
      '直接融资规模 20亿元 2021 target',
      '直接融资规模 40亿元 2022 target',
      '直接融资规模 60亿元 2023 target',
    ]);
  });

  it('makes no rows of a table without figures', () => {
    const { rows } = readPlan(
      '## 第一章 重点项目',
      ...table('| 职能 | 江州市 | 东川市 |', '| 监管 | 金融局 | 金融办 |', '| 交流 | 论坛 | 年会 |'),
    );
    expect(rows).toEqual([]);
  });

  it('keeps a figure that it cannot parse as text and says so', () => {
    const { rows, warnings } = readPlan(
      '## 第一章 发展目标',
      ...table('| 指标 | 2025年目标 |', '| 三次产业结构 | 5:42:53 |', '| 保险深度（%） | 6 |'),
    );
    expect(rows.map(shown)).toEqual(['三次产业结构 5:42:53 2025 target', '保险深度 6% 2025 target']);
    expect(warnings.join('\n')).toContain('5:42:53');
  });
});
