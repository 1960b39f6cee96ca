import { describe, expect, it } from 'vitest';
import { readPlan, shown } from './read-plan.js';

const table = (...rows: string[]) => {
  const [head = '', ...rest] = rows;
  return [head, head.replace(/[^|]+/g, '---'), ...rest];
};
const read = (...rows: string[]) => readPlan('## 第一章 发展目标', ...table(...rows));

describe('a column of growth and sums', () => {
  const { rows } = read(
    '| 指标 | 单位 | 2020年 | 2025年 | 年均增速（%）〔累计〕 |',
    '| 地区生产总值增长 | % | 6.3 | — | 6左右 |',
    '| 常住人口城镇化率 | % | 66.8 | 70 | 〔3.2〕 |',
    '| 城镇调查失业率 | % | 5.2 | — | <5.5 |',
    '| 平均受教育年限 | 年 | 10.9 | 11.5 | 〔0.6〕 |',
    '| 单位生产总值能耗降低 | % | 〔15.8〕 | — | 〔13.5〕 |',
  );

  it('holds the goals of rows that are rates themselves', () => {
    expect(rows.map(shown)).toEqual(
      expect.arrayContaining([
        '地区生产总值增长 ~6% 2020-2025 target',
        '城镇调查失业率 <5.5% 2020-2025 target',
        '单位生产总值能耗降低 13.5% 2020-2025 target',
      ]),
    );
  });

  it('holds what a level adds up to, in square brackets, in the unit of its row', () => {
    expect(rows.map(shown)).toEqual(
      expect.arrayContaining([
        '常住人口城镇化率累计变化 3.2个百分点 2020-2025 target',
        '平均受教育年限累计变化 0.6年 2020-2025 target',
      ]),
    );
    expect(rows.filter((row) => row.measure === 'cumulative').map((row) => row.value)).toEqual([
      3.2, 0.6, 15.8, 13.5,
    ]);
  });
});

describe('a row that is a part of the row above', () => {
  it('has the head of that row where it only says a level', () => {
    const { rows } = read(
      '| 指标 | 单位 | 2025年 |',
      '| 县级以上龙头企业 | 家 | 160 |',
      '| 其中：国家级 | 家 | 3 |',
      '| 省级 | 家 | 26 |',
    );
    expect(rows.map(shown)).toEqual([
      '县级以上龙头企业 160家 2025 target',
      '国家级龙头企业 3家 2025 target',
      '省级龙头企业 26家 2025 target',
    ]);
  });

  it('can be found by both names together', () => {
    const { rows } = read(
      '| 指标 | 单位 | 2025年 |',
      '| 农产品加工业总产值 | 亿元 | 145 |',
      '| 其中：果蔬加工 | 亿元 | 50 |',
    );
    expect(rows[1]).toMatchObject({ name: '果蔬加工', unit: '亿元', value: 50 });
    expect(rows[1]?.aliases).toContain('农产品加工业总产值果蔬加工');
  });
});

describe('words in a cell of figures', () => {
  it('say what the figure is', () => {
    const { rows } = read(
      '| 任务 | 2023年 | 2025年 |',
      '| 5G基站建设 | 新增2000个 | 累计达到1.5万个 |',
      '| 数据要素市场 | 交易额突破10亿元 | 交易额突破30亿元 |',
    );
    expect(rows.map((row) => `${shown(row)} ${row.measure}`)).toEqual([
      '5G基站建设新增 2000个 2023 target increment',
      '5G基站建设 1.5万个 2021-2025 target cumulative',
      '数据要素市场交易额 >10亿元 2023 target level',
      '数据要素市场交易额 >30亿元 2025 target level',
    ]);
  });
});

describe('a table that cannot be read as one', () => {
  it('loses a row that does not fit the columns, with a warning that shows it', () => {
    const { rows, warnings } = read(
      '| 指标 | 单位 | 2020年 | 2025年 | 属性 |',
      '| 保险深度 | % | 5 | 6 | 预期性 |',
      '| 存款余额 | 5280 | 8000 | 预期性 |',
    );
    expect(rows.map((row) => row.name)).toEqual(['保险深度', '保险深度']);
    expect(warnings.join('\n')).toContain('存款余额 | 5280 | 8000');
  });

  it('gives no rows and a warning where no column is understood, and stays as a passage', () => {
    const { rows, warnings, passages } = readPlan(
      '## 第三章 说明',
      ...table('| 甲 | 乙 | 丙 |', '| 12 | 15 | 18 |', '| 22 | 25 | 28 |'),
    );
    expect(rows).toEqual([]);
    expect(warnings.join('\n')).toContain('no figures were taken from a table');
    expect(passages.map((passage) => passage.text).join('\n')).toContain('22');
  });
});

describe('heads that several columns share', () => {
  it('make no target of the year that the plan starts from', () => {
    const { rows } = read('| 指标 | 单位 | 目标值2020年 | 目标值2025年 |', '| 毛入园率 | % | 91.3 | 95 |');
    expect(rows.map(shown)).toEqual(['毛入园率 91.3% 2020 baseline', '毛入园率 95% 2025 target']);
  });

  it('[累计] alone is what the whole period brings', () => {
    const { rows } = read(
      '| 指标 | 2020年 | 2025年 | [累计] |',
      '| 新增场馆面积（万平方米） | — | — | [8.5] |',
      '| 旅游收入（亿元） | 158 | 300 | — |',
    );
    expect(rows.map(shown)).toContain('新增场馆面积 8.5万平方米 2021-2025 target');
  });

  it('a raised note mark is no part of the figure', () => {
    const { rows } = read('| 指标 | 2025年 |', '| 文化产业增加值占比（%） | 5.0¹ |');
    expect(rows.map(({ value }) => value)).toEqual([5]);
  });
});
