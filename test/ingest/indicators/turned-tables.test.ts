import { describe, expect, it } from 'vitest';
import { readPlan, shown } from './read-plan.js';

const table = (...rows: string[]) => {
  const [head = '', ...rest] = rows;
  return [head, head.replace(/[^|]+/g, '---'), ...rest];
};

describe('a table whose rows are years', () => {
  const { rows, passages } = readPlan(
    '## 第一章 发展目标',
    '表2 装机规划表（单位：万千瓦）',
    ...table(
      '| 年份 | 总装机 | 煤电装机 | 其他装机 |',
      '| 2020年 | 7812 | 3520 | 4292 |',
      '| 2025年 | 11000 | 3900 | 7100 |',
    ),
  );

  it('gives each column its name, its year and the unit over the table', () => {
    expect(rows.map(shown)).toEqual([
      '总装机 7812万千瓦 2020 baseline',
      '煤电装机 3520万千瓦 2020 baseline',
      '其他装机 4292万千瓦 2020 baseline',
      '总装机 11000万千瓦 2025 target',
      '煤电装机 3900万千瓦 2025 target',
      '其他装机 7100万千瓦 2025 target',
    ]);
  });

  it('quotes the row as the plan has it', () => {
    expect(rows[0]?.quote).toBe('2020年\t7812\t3520\t4292');
    expect(passages.map((one) => one.text).join('\n')).toContain(rows[0]?.quote);
  });
});

describe('a table whose rows are places or projects and whose columns are indicators with years', () => {
  it('gives the places their figures, each with the year and firmness of its column', () => {
    const { rows } = readPlan(
      '## 第一章 发展目标',
      '表3 各县目标分解',
      ...table(
        '| 县 | 2020年粮食产量（万吨） | 2025年粮食产量目标（万吨） |',
        '| 东川县 | 20 | 24 |',
        '| 西川县 | 31 | 35 |',
        '| 全市 | 51 | 59 |',
      ),
    );
    expect(rows.map(shown)).toEqual([
      '[东川县] 粮食产量 20万吨 2020 actual',
      '[东川县] 粮食产量 24万吨 2025 target',
      '[西川县] 粮食产量 31万吨 2020 actual',
      '[西川县] 粮食产量 35万吨 2025 target',
      '粮食产量 51万吨 2020 actual',
      '粮食产量 59万吨 2025 target',
    ]);
  });

  it('joins the name of a project with what is said of it', () => {
    const { rows } = readPlan(
      '## 第二章 重点项目',
      ...table(
        '| 序号 | 项目名称 | 总投资（亿元） | “十四五”投资（亿元） |',
        '| 1 | 东川电站 | 78.5 | 62 |',
        '| 2 | 西川电站 | 31.2 | 31.2 |',
      ),
    );
    expect(rows.map(shown)).toEqual([
      '东川电站总投资 78.5亿元 2025 target',
      '东川电站投资 62亿元 2025 target',
      '西川电站总投资 31.2亿元 2025 target',
      '西川电站投资 31.2亿元 2025 target',
    ]);
  });
});
