import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../src/records.js';
import { readPlan, shown } from './read-plan.js';

const rowsOf = (...lines: string[]) => readPlan(...lines).rows;
const named = (rows: readonly Indicator[], ids: readonly string[]) =>
  ids.map((id) => shown(rows.find((row) => row.indicatorId === id) as Indicator));

const plan = (prose: string, table: string) => [
  '## 第二章 发展目标',
  prose,
  '',
  '| 指标 | 2020年 | 2025年 |',
  '|---|---|---|',
  table,
];

describe('rows of a plan that say the same thing', () => {
  it('are linked where prose repeats a table, whatever the unit, the bound and the wording', () => {
    const rows = rowsOf(
      ...plan('到2025年，各项存款余额不低于6.5万亿元。', '| 存款余额（亿元） | 4370 | 65000 |'),
    );
    const [told] = rows;
    expect(named(rows, told?.duplicates ?? [])).toEqual(['存款余额 65000亿元 2025 target']);
    expect(rows.flatMap((row) => row.conflicts)).toEqual([]);
    expect(rows).toHaveLength(3);
  });

  it('are linked as a conflict where both cannot be true', () => {
    const rows = rowsOf(...plan('到2025年，森林覆盖率达到63.5%。', '| 森林覆盖率（%） | 61 | 62 |'));
    const [told] = rows;
    expect(named(rows, told?.conflicts ?? [])).toEqual(['森林覆盖率 62% 2025 target']);
    expect(rows.flatMap((row) => row.duplicates)).toEqual([]);
  });

  it.each([
    ['another year', '到2023年，森林覆盖率达到63.5%。', '| 森林覆盖率（%） | 61 | 62 |'],
    ['another place', '2025年，东川市森林覆盖率达到63.5%。', '| 森林覆盖率（%） | 61 | 62 |'],
    ['another measure', '到2025年，新增上市公司3家。', '| 上市公司（家） | 9 | 12 |'],
    ['another indicator', '到2025年，贷款余额达到600亿元。', '| 存款余额（亿元） | 437 | 650 |'],
    ['another order of magnitude', '到2025年，上市公司达到3家。', '| 上市公司（家） | 90 | 120 |'],
  ])('are not linked with %s', (_, prose, table) => {
    const rows = rowsOf(...plan(prose, table));
    expect(rows.flatMap((row) => [...row.duplicates, ...row.conflicts])).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(3);
  });
});
