import { describe, expect, it } from 'vitest';
import { readPlan, shown } from './read-plan.js';

const under = (title: string, text: string) => readPlan(`## ${title}`, text).rows.map(shown);
const past = (text: string) => under('第一章 发展成就', text);
const goals = (text: string) => under('第二章 发展目标', text);

describe('the year of a figure', () => {
  it('is unknown for the value that a change began with, where nobody says when', () => {
    expect(past('研发投入强度从1.42%提升至2.35%。')).toEqual([
      '研发投入强度 1.42% null actual',
      '研发投入强度 2.35% 2020 actual',
    ]);
    expect(goals('到2025年，冬季游客占比由目前的11%提高到20%。')).toEqual([
      '冬季游客占比 11% null actual',
      '冬季游客占比 20% 2025 target',
    ]);
  });

  it('is none for those that figures only tell apart', () => {
    expect(goals('到2025年，地区生产总值超500亿元的县（市、区）达到3个。').join()).not.toContain('500亿元');
    expect(goals('到2030年，日供水1000吨以上水厂实现在线监测全覆盖。').join()).not.toContain('1000吨');
    expect(goals('到2025年，存款余额达到6.5万亿元以上的规模。').join()).toContain('6.5万亿元');
  });

  it('is each one’s own where years are listed for the same thing', () => {
    expect(goals('2023年、2025年产业产值分别达到200亿元、400亿元。')).toEqual([
      '产业产值 200亿元 2023 target',
      '产业产值 400亿元 2025 target',
    ]);
    expect(past('2019年、2020年存款余额分别增长14%、15%，贷款余额分别增长29%、17%。')).toEqual([
      '存款余额增长 14% 2019 actual',
      '存款余额增长 15% 2020 actual',
      '贷款余额增长 29% 2019 actual',
      '贷款余额增长 17% 2020 actual',
    ]);
  });

  it('is the goal’s, not the one that it is measured from', () => {
    expect(goals('展望2035年，经济总量在2020年基础上翻一番以上。')).toEqual([
      '经济总量比2020年增长 >=2倍 2020-2035 target',
    ]);
  });

  it('follows a goal after the state of things was told', () => {
    expect(goals('截至2020年末，私募基金12支。到2023年末，私募基金达到20支。')).toEqual([
      '私募基金 12支 2020 actual',
      '私募基金 20支 2023 target',
    ]);
  });

  it('may hold a state within the first year of the plan', () => {
    expect(goals('2021年6月末，累计成交金额985亿元。')).toEqual(['累计成交金额 985亿元 2021 actual']);
  });
});
