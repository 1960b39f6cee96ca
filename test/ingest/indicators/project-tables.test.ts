import { describe, expect, it } from 'vitest';
import { readPlan, shown } from './read-plan.js';

const rowsOf = (...lines: string[]) => readPlan('## 第五章 重点工程', ...lines).rows.map(shown);

describe('a table of projects', () => {
  it('gives each sum the years in which its project is built', () => {
    expect(
      rowsOf(
        '**表1 重点项目表**',
        '',
        '| 序号 | 项目名称 | 建设年限 | 总投资（亿元） | 责任单位 |',
        '|---|---|---|---|---|',
        '| 1 | 绕城高速西段 | 2021—2024 | 64.5 | 市交投集团 |',
        '| 2 | 城陵港区二期 | 2023—2026 | 28 | 市港务集团 |',
      ),
    ).toEqual(['绕城高速西段总投资 64.5亿元 2021-2024 target', '城陵港区二期总投资 28亿元 2023-2026 target']);
  });

  it('takes the year in which a project is done before the one in which it begins', () => {
    expect(
      rowsOf(
        '**表1 重点项目表**',
        '',
        '| 项目名称 | 开工年份 | 完工年份 | 总投资（亿元） |',
        '|---|---|---|---|',
        '| 青渠水库 | 2021 | 2024 | 62 |',
        '| 东水西调工程 | 2022 | 2025 | 74 |',
      ),
    ).toContain('青渠水库总投资 62亿元 2024 target');
  });

  it('names a group’s row and its sum after the group', () => {
    expect(
      rowsOf(
        '**表2 重点项目表**',
        '',
        '| 项目类别 | 项目名称 | 总投资（亿元） |',
        '|---|---|---|',
        '| 一、高速公路 | 2个 | 150.5 |',
        '|  | 绕城高速西段 | 64.5 |',
        '|  | 临江高速 | 86 |',
        '| 小计 |  | 150.5 |',
      ),
    ).toEqual([
      '高速公路总投资 150.5亿元 2025 target',
      '绕城高速西段总投资 64.5亿元 2025 target',
      '临江高速总投资 86亿元 2025 target',
      '高速公路小计总投资 150.5亿元 2025 target',
    ]);
  });

  it('tells the sum of a project from what is spent on it each year', () => {
    expect(
      rowsOf(
        '**表3 重点项目清单**',
        '',
        '| 序号 | 项目名称 | 所在地 | 总投资（亿元） | 2023年 | 2024年 |',
        '|---|---|---|---|---|---|',
        '| 1 | 滑雪度假区 | 云岭县 | 24 | 5 | 8 |',
        '| 2 | 老码头更新 | 东屏区 | 15 | 6 | 5 |',
      ),
    ).toEqual([
      '滑雪度假区总投资 24亿元 2025 target',
      '滑雪度假区投资 5亿元 2023 target',
      '滑雪度假区投资 8亿元 2024 target',
      '老码头更新总投资 15亿元 2025 target',
      '老码头更新投资 6亿元 2023 target',
      '老码头更新投资 5亿元 2024 target',
    ]);
  });

  it('takes the figures of a task for the time at which it is to be done', () => {
    expect(
      rowsOf(
        '**表4 任务分解表**',
        '',
        '| 序号 | 重点任务 | 主要举措 | 牵头单位 | 完成时限 |',
        '|---|---|---|---|---|',
        '| 1 | 居家养老 | 新建社区养老服务中心6家 | 市民政局 | 2022年12月 |',
        '| 2 | 托育服务 | 新增普惠托位1260个，培训保育员300人次 | 市卫生健康委 | 2024年12月 |',
      ),
    ).toEqual([
      '新建社区养老服务中心 6家 2022 target',
      '新增普惠托位 1260个 2024 target',
      '培训保育员 300人次 2024 target',
    ]);
  });
});

describe('a table of indicators', () => {
  it('keeps the province’s column apart from its own', () => {
    expect(
      rowsOf(
        '**表5 主要指标**',
        '',
        '| 主要指标 | 2020年 | 2025年目标全省 | 2025年目标全市 |',
        '|---|---|---|---|',
        '| 人均预期寿命（岁） | 76.1 | 78.5 | 77.1 |',
        '| 婴儿死亡率（‰） | 4.1 | ＜4.5 | ＜4 |',
      ),
    ).toEqual([
      '人均预期寿命 76.1岁 2020 baseline',
      '[全省] 人均预期寿命 78.5岁 2025 target',
      '人均预期寿命 77.1岁 2025 target',
      '婴儿死亡率 4.1‰ 2020 baseline',
      '[全省] 婴儿死亡率 <4.5‰ 2025 target',
      '婴儿死亡率 <4‰ 2025 target',
    ]);
  });

  it('tells what is added over five years from what it comes to, and takes 较大 for no comparison', () => {
    expect(
      rowsOf(
        '**表6 主要指标**',
        '',
        '| 指标 | 单位 | 2020年 | 2025年 | 五年增量 |',
        '|---|---|---|---|---|',
        '| 公路总里程 | 公里 | 12450 | 13200 | 750 |',
        '| 较大行车事故起数 | 起 | 4 | 2 | — |',
      ),
    ).toEqual([
      '公路总里程 12450公里 2020 baseline',
      '公路总里程 13200公里 2025 target',
      '公路总里程累计变化 750公里 2021-2025 target',
      '较大行车事故起数 4起 2020 baseline',
      '较大行车事故起数 2起 2025 target',
    ]);
  });

  it('counts one in so many', () => {
    expect(
      rowsOf(
        '**表8 主要指标**',
        '',
        '| 指标 | 单位 | 2020年 | 2025年 |',
        '|---|---|---|---|',
        '| 孕产妇死亡率 | 1/10万 | 9.6 | ≤8.5 |',
        '| 婴儿死亡率 | ‰ | 4.1 | ≤4 |',
      ),
    ).toEqual([
      '孕产妇死亡率 9.6/10万 2020 baseline',
      '孕产妇死亡率 <=8.5/10万 2025 target',
      '婴儿死亡率 4.1‰ 2020 baseline',
      '婴儿死亡率 <=4‰ 2025 target',
    ]);
  });

  it('says of a plan of investments that its fields are invested in', () => {
    expect(
      rowsOf(
        '**表7 交通投资分领域计划（单位：亿元）**',
        '',
        '| 领域 | 2023年 | 2024年 |',
        '|---|---|---|',
        '| 水运 | 10 | 18 |',
        '| 民航 | 3 | 5 |',
      ),
    ).toEqual([
      '水运投资 10亿元 2023 target',
      '水运投资 18亿元 2024 target',
      '民航投资 3亿元 2023 target',
      '民航投资 5亿元 2024 target',
    ]);
  });
});
