import { describe, expect, it } from 'vitest';
import { audited, planOf, told } from './audited.js';

const lines = (body: string) => audited(planOf(body)).findings.map(told);

describe('things that are counted and listed', () => {
  const listed = (count: string) =>
    `## 三、片区\n\n划定${count}大更新片区，实行“一片区一策划”：老港片区，以文旅为主；北站片区，打造商务区；南湾片区，发展休闲；西郊片区，疏解提升。`;
  const chains = ['纺织', '汽车', '食品', '新材料', '造船'].map(
    (name, at) => `| ${at + 1} | ${name} | 市工信局 |`,
  );
  const table = (sentence: string) =>
    `## 三、产业\n\n${sentence}\n\n## 附件 3 重点产业链分工表\n\n| 序号 | 产业链 | 牵头部门 |\n|---|---|---|\n${chains.join('\n')}`;

  it('are at odds where the sentence lists more than it counts', () => {
    expect(lines(listed('三'))).toEqual(['count, contradiction: 三大更新片区 ≠ 4项']);
    expect(lines(listed('四'))).toEqual([]);
  });

  it('are at odds with the rows of the table that is called so', () => {
    expect(lines(table('打造六条重点产业链。'))).toEqual(['count, contradiction: 六条重点产业链 ≠ 5项']);
    expect(lines(table('打造五条重点产业链。'))).toEqual([]);
  });

  it('are not where the count is of another period, or of something else', () => {
    expect(lines(table('“十三五”规划确定的六条重点产业链基本成型。'))).toEqual([]);
    expect(lines(table('在六条线路开通班车，聚焦六项指标。'))).toEqual([]);
  });
});

describe('a total that stands far from its table', () => {
  const works = [45, 38.5, 27, 16].map((value, at) => `| ${at + 1} | 第${'甲乙丙丁'[at]}号工程 | ${value} |`);
  const plan = (total: string, place: string) =>
    `## 五、项目\n\n共安排重点项目4个，总投资${total}（见${place}）。\n\n## 六、保障\n\n加强领导。\n\n## 附件 2 重点项目表\n\n| 序号 | 项目 | 总投资（亿元） |\n|---|---|---|\n${works.join('\n')}`;

  it('is held against the table that it points to', () => {
    expect(lines(plan('129.5亿元', '附件2'))).toEqual(['sum, contradiction: 129.5亿元 ≠ 126.5亿元']);
    expect(lines(plan('126.5亿元', '附件2'))).toEqual([]);
    expect(lines(plan('129.5亿元', '附件20'))).toEqual([]);
  });

  it('is rounded to the digits that "about" shows', () => {
    const parts = '其中政府投资168亿元、企业投资196亿元、社会资本234亿元、居民出资54亿元。';
    expect(lines(`## 五、资金\n\n总投资约642亿元，${parts}`)).toEqual([
      'parts, contradiction: 642亿元 ≠ 652亿元',
    ]);
    expect(lines(`## 五、资金\n\n总投资约650亿元，${parts}`)).toEqual([]);
  });
});

describe('parts that a sentence and a table both give', () => {
  const plan = (water: number) =>
    `## 五、投资\n\n分领域看，公路345亿元、铁路195亿元、水运${water}亿元、民航25亿元。\n\n### 表2 投资计划\n\n| 领域 | 投资（亿元） | 项目（个） |\n|---|---|---|\n| 公路 | 345 | 12 |\n| 铁路 | 195 | 4 |\n| 水运 | 72 | 9 |\n| 民航 | 25 | 2 |`;

  it('are at odds where one of them differs', () => {
    expect(lines(plan(80))).toContain('prose_table, contradiction: 80亿元 ≠ 72亿元');
    expect(lines(plan(72))).toEqual([]);
  });
});

describe('a figure of less than the whole plan', () => {
  it('is no contradiction of the whole', () => {
    const goal = '## 二、目标\n\n到2025年，可再生能源使用率达到65%。\n\n';
    expect(lines(`${goal}## 三、任务\n\n建设示范项目2个，可再生能源使用率达到90%以上。`)).toEqual([]);
  });
});
