import { describe, expect, it } from 'vitest';
import { readPlan, shown } from './read-plan.js';

const past = (text: string) => readPlan('## 第一章 发展成就', text).rows.map(shown);
const goals = (text: string) => readPlan('## 第二章 发展目标', text).rows.map(shown);

describe('targets in prose', () => {
  it('have the year that the sentence sets, and their comparator', () => {
    expect(
      goals('到2025年，全市金融业增加值达到255亿元。各项存款余额不低于5000亿元，保险深度达6%以上。'),
    ).toEqual([
      '金融业增加值 255亿元 2025 target',
      '各项存款余额 >=5000亿元 2025 target',
      '保险深度 >=6% 2025 target',
    ]);
  });

  it('are named by what stands after the figure as well as before it', () => {
    expect(
      goals('到“十四五”末，力争引进1-2家具有重大影响力的法人机构，10家以上分支机构，新增上市企业3家。'),
    ).toEqual([
      '引进具有重大影响力的法人机构 1-2家 2025 target',
      '引进分支机构 >=10家 2025 target',
      '新增上市企业 3家 2025 target',
    ]);
  });

  it('give the verb of a list to its later items', () => {
    expect(goals('到2024年末，力争引进持牌金融机构3家、中介服务机构5家以上。')).toEqual([
      '引进持牌金融机构 3家 2024 target',
      '引进中介服务机构 >=5家 2024 target',
    ]);
  });

  it('complete a size that is said after what it is the size of', () => {
    expect(goals('到2025年，私募基金管理机构超过600家，管理规模超过3000亿元。')).toEqual([
      '私募基金管理机构 >600家 2025 target',
      '私募基金管理机构管理规模 >3000亿元 2025 target',
    ]);
  });

  it('are yearly where the plan says every year', () => {
    expect(goals('每年开展科普活动不少于5场。')).toEqual(['每年开展科普活动 >=5场 2025 target']);
  });

  it('count for each of several where the plan says so', () => {
    expect(goals('引进证券公司总部、期货公司总部各1家以上。')).toEqual([
      '引进证券公司总部 >=1家 2025 target',
      '引进期货公司总部 >=1家 2025 target',
    ]);
  });
});

describe('actual figures in prose', () => {
  it('carry growth and shares with the name of what grew', () => {
    expect(past('2020年，全市实现金融业增加值211亿元，比2015年增长73.5%，占GDP比重达11.9%。')).toEqual([
      '金融业增加值 211亿元 2020 actual',
      '金融业增加值比2015年增长 73.5% 2015-2020 actual',
      '金融业增加值占GDP比重 11.9% 2020 actual',
    ]);
  });

  it('are given out one by one where the plan lists them with 分别', () => {
    expect(
      past('2020年，金融机构存款余额、贷款余额分别达437亿元、411亿元，较2015年增长48.1%、87.3%。'),
    ).toEqual([
      '金融机构存款余额 437亿元 2020 actual',
      '金融机构贷款余额 411亿元 2020 actual',
      '金融机构存款余额较2015年增长 48.1% 2015-2020 actual',
      '金融机构贷款余额较2015年增长 87.3% 2015-2020 actual',
    ]);
  });

  it('keep each its own year from one year to another', () => {
    expect(past('金融机构数量从2015年的152家增加至2020年的196家，增幅达28.95%。')).toEqual([
      '金融机构数量 152家 2015 actual',
      '金融机构数量 196家 2020 actual',
      '金融机构数量增幅 28.95% 2015-2020 actual',
    ]);
  });

  it('share a head in a list', () => {
    expect(past('截至2020年末，全市各类金融机构达到120家，其中银行机构42家、保险机构18家。')).toEqual([
      '各类金融机构 120家 2020 actual',
      '银行机构 42家 2020 actual',
      '保险机构 18家 2020 actual',
    ]);
  });

  it('say a fall in the name', () => {
    expect(past('截至2020年，上市企业市值676.59亿元，相较于2015年的741.18亿元，下降8.71%。')).toEqual([
      '上市企业市值 676.59亿元 2020 actual',
      '上市企业市值 741.18亿元 2015 actual',
      '上市企业市值下降 8.71% 2015-2020 actual',
    ]);
  });

  it('are forecasts of the last year before the plan where the plan expects them', () => {
    expect(past('2020年全口径税收收入预计85.04亿元。')).toEqual(['全口径税收收入 85.04亿元 2020 forecast']);
  });
});

describe('whose figure it is', () => {
  it('is the place that the sentence names', () => {
    expect(past('2020年，深圳市金融业增加值4189亿元，同比增长9.1%。')).toEqual([
      '[深圳市] 金融业增加值 4189亿元 2020 actual',
      '[深圳市] 金融业增加值同比增长 9.1% 2020 actual',
    ]);
  });

  it('is the plan’s own for its name, its short name and 全市', () => {
    expect(past('2020年，江州法人银行18家。2020年，江州市保险公司6家。2020年，全市证券公司2家。')).toEqual([
      '法人银行 18家 2020 actual',
      '保险公司 6家 2020 actual',
      '证券公司 2家 2020 actual',
    ]);
  });

  it('is the nation’s or a sub-unit’s where they are the subject', () => {
    expect(past('2020年，全国私募基金管理规模16.96万亿元。滨江金融小镇入驻基金管理规模30亿元。')).toEqual([
      '[全国] 私募基金管理规模 16.96万亿元 2020 actual',
      '[滨江金融小镇] 入驻基金管理规模 30亿元 2020 actual',
    ]);
  });
});

describe('numbers that are no figures', () => {
  it.each([
    '充分利用国际国内两个市场、两种资源，深化三项制度改革。',
    '落实《绿色金融行动计划（2017-2018年）》，建设“1+5”体系，推广5G应用。',
    '对实际到位投资额超过1亿元的，按投资额的1%给予奖励。',
    '近3年来，金融业呈现良好态势。',
  ])('%s', (text) => {
    expect(goals(text)).toEqual([]);
  });
});
