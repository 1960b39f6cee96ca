import { describe, expect, it } from 'vitest';
import { readPlan, shown } from './read-plan.js';

const under = (title: string, text: string) => readPlan(`## ${title}`, text).rows.map(shown);
const past = (text: string) => under('第一章 发展成就', text);
const goals = (text: string) => under('第二章 发展目标', text);

describe('a figure of a work in a list of works', () => {
  it('is of the work that opens the paragraph, not of the part named last', () => {
    expect(goals('茶产业集群：建设种苗中心1个、加工车间20座，总投资14亿元。')).toContain(
      '茶产业集群总投资 14亿元 2025 target',
    );
    expect(goals('青渠灌区配套工程：新建16万亩、改造提升12万亩，到2025年累计建成48万亩。')).toEqual([
      '新建青渠灌区配套 16万亩 2025 target',
      '改造提升青渠灌区配套 12万亩 2025 target',
      '累计建成青渠灌区配套 48万亩 2025 target',
    ]);
  });

  it('is of what stands before the bracket', () => {
    expect(goals('县域内就诊率达到92%，建成传染病医院（床位600张，投资4.8亿元）。')).toEqual([
      '县域内就诊率 92% 2025 target',
      '传染病医院床位 600张 2025 target',
      '传染病医院投资 4.8亿元 2025 target',
    ]);
  });

  it('is not invested in those who gain from it', () => {
    expect(past('改造老旧小区486个，惠及居民3.2万户，完成投资21.7亿元。')).toContain(
      '老旧小区投资 21.7亿元 2020 actual',
    );
  });
});

describe('the name of a figure', () => {
  it('keeps the words that say how it is counted', () => {
    expect(goals('基本养老保险参保率达到97%，再制造产值达到35亿元。')).toEqual([
      '基本养老保险参保率 97% 2025 target',
      '再制造产值 35亿元 2025 target',
    ]);
    expect(goals('年交易额突破50亿元，城镇住房需求总量年均约2.4万套。')).toEqual([
      '年交易额 >50亿元 2025 target',
      '城镇住房需求总量年均 ~2.4万套 2025 target',
    ]);
    expect(goals('有研发活动的规上企业占比提高到60%，快递进村覆盖率保持100%。')).toEqual([
      '有研发活动的规上企业占比 60% 2025 target',
      '快递进村覆盖率 100% 2025 target',
    ]);
  });

  it('says what each has, and what all have together', () => {
    expect(goals('每个街道至少配备1名社区规划师，共配备64名。')).toEqual([
      '每个街道配备社区规划师 1名 2025 target',
      '配备社区规划师 64名 2025 target',
    ]);
  });

  it('is whole for each of a list that shares its end', () => {
    expect(goals('氮氧化物、化学需氧量、氨氮重点工程减排量分别达到7200吨、5400吨和260吨。')).toEqual([
      '氮氧化物重点工程减排量 7200吨 2025 target',
      '化学需氧量重点工程减排量 5400吨 2025 target',
      '氨氮重点工程减排量 260吨 2025 target',
    ]);
  });

  it('says again in each year what was counted over all', () => {
    expect(goals('累计培训技能人才8万人次，年均不少于1.6万人次，组织招商活动每年不少于20场次。')).toEqual([
      '累计培训技能人才 8万人次 2025 target',
      '年均培训技能人才 >=1.6万人次 2025 target',
      '每年组织招商活动 >=20场次 2025 target',
    ]);
  });

  it('is not joined to a rate or to what is only done otherwise', () => {
    expect(goals('项目开工率不低于70%，到位资金达到15亿元。').join()).not.toContain('开工率到位资金');
    expect(goals('新建、改扩建学校64所，其中改扩建38所。')).toEqual([
      '新建、改扩建学校 64所 2025 target',
      '改扩建学校 38所 2025 target',
    ]);
    expect(past('拥有国家一级博物馆2家、二级4家，粮食播种面积520万亩，总产量230万吨。')).toEqual([
      '国家一级博物馆 2家 2020 actual',
      '二级博物馆 4家 2020 actual',
      '粮食播种面积 520万亩 2020 actual',
      '粮食总产量 230万吨 2020 actual',
    ]);
  });

  it('says of which size those are that are counted', () => {
    expect(goals('每年至少新增1个投资5亿元以上的制造业项目。')).toEqual([
      '每年新增投资5亿元以上的制造业项目 1个 2025 target',
    ]);
  });

  it('is not what a rule grants, while the goal beside it counts', () => {
    expect(goals('对首次上规企业给予20万元奖励，到2025年规上工业企业达到1500家。')).toEqual([
      '规上工业企业 1500家 2025 target',
    ]);
    expect(goals('对容积率达到2.0以上的项目，给予每平方米50元奖励。')).toEqual([]);
  });
});

describe('a figure that stands beside another', () => {
  it('is compared with a year before, not of that year', () => {
    expect(past('2020年，公路客运量、货运量分别为2015年的62%、1.35倍。')).toEqual([
      '公路客运量相当于2015年比例 62% 2020 actual',
      '货运量相当于2015年倍数 1.35倍 2020 actual',
    ]);
    expect(past('新能源公交车占比较2015年提高54个百分点、达到82%。')).toEqual([
      '新能源公交车占比较2015年提高 54个百分点 2015-2020 actual',
      '新能源公交车占比 82% 2020 actual',
    ]);
  });

  it('is the sum of what was, without what is new', () => {
    expect(goals('等级民宿床位新增4000张以上，累计达到1.1万张。')).toEqual([
      '等级民宿床位新增 >=4000张 2025 target',
      '累计等级民宿床位 1.1万张 2025 target',
    ]);
  });

  it('is each place’s of the same thing', () => {
    expect(goals('建设玉米制种基地8万亩，其中石羊县5万亩、临河县3万亩。')).toEqual([
      '建设玉米制种基地 8万亩 2025 target',
      '[石羊县] 建设玉米制种基地 5万亩 2025 target',
      '[临河县] 建设玉米制种基地 3万亩 2025 target',
    ]);
  });

  it('is a part of the investment that is shared out', () => {
    expect(goals('交通固定资产投资规模860亿元。分领域看，普通公路160亿元、水运80亿元。')).toEqual([
      '交通固定资产投资规模 860亿元 2025 target',
      '普通公路投资 160亿元 2025 target',
      '水运投资 80亿元 2025 target',
    ]);
  });

  it('is what was before, and what it is brought to', () => {
    expect(goals('市属国有企业由17家整合为9家。')).toEqual([
      '市属国有企业 17家 null actual',
      '市属国有企业 9家 2025 target',
    ]);
    expect(past('人均预期寿命由74.2岁提高到76.1岁。')).toEqual([
      '人均预期寿命 74.2岁 null actual',
      '人均预期寿命 76.1岁 2020 actual',
    ]);
  });

  it('is of the industry that the section is titled with', () => {
    const { rows } = readPlan(
      '## 第三章 主导产业',
      '### 第二节 生物医药',
      '2023年、2025年产业规模分别达到150亿元和380亿元。',
    );
    expect(rows.map(shown)).toEqual([
      '生物医药产业规模 150亿元 2023 target',
      '生物医药产业规模 380亿元 2025 target',
    ]);
  });

  it('reaches a share by a year that stands between', () => {
    expect(goals('公办机构护理型床位占比2023年底前达到70%。')).toEqual([
      '公办机构护理型床位占比 70% 2023 target',
    ]);
  });
});

describe('the unit of a figure', () => {
  it('is the measure word that the plan uses, never money by default', () => {
    expect(past('食用菌种植规模2.1亿袋，加装电梯460部，建成监测井210口。')).toEqual([
      '食用菌种植规模 2.1亿袋 2020 actual',
      '加装电梯 460部 2020 actual',
      '建成监测井 210口 2020 actual',
    ]);
  });

  it('keeps what it is divided by', () => {
    expect(goals('新增污水处理能力18万吨/日。')).toEqual(['新增污水处理能力 18万吨/日 2025 target']);
  });

  it('stays a bound where 的 stands between', () => {
    expect(goals('公租房租金不超过市场租金的85%。').join()).toContain('<=85%');
    expect(goals('财政投入不低于支出总额的15%。').join()).toContain('>=15%');
  });
});

describe('the year and the place of a figure', () => {
  it('is not the year in which what is counted was built', () => {
    expect(goals('2000年底前建成的老旧小区全部完成改造，累计惠及12.5万户。')).toEqual([
      '累计惠及 12.5万户 2025 target',
    ]);
  });

  it('is the year of the stage that the plan names once', () => {
    const { rows } = readPlan(
      '## 第一章 总则',
      '规划期限至2025年，近期至2023年。',
      '## 第二章 主要任务',
      '近期治理中小河流38条。',
    );
    expect(rows.map(shown)).toEqual(['治理中小河流 38条 2023 target']);
  });

  it('is the stage that the title above names', () => {
    expect(under('专栏2 近期（2021—2023年）实施的民生工程', '新建口袋公园100个。')).toEqual([
      '新建口袋公园 100个 2021-2023 target',
    ]);
  });

  it('is the whole term for what five years bring', () => {
    expect(goals('五年选派科技特派员260名。')).toEqual(['选派科技特派员 260名 2021-2025 target']);
    expect(past('五年累计投入资金112.5亿元。')).toEqual(['累计投入资金 112.5亿元 2016-2020 actual']);
  });

  it('is still to come under a title that sets out to mend', () => {
    expect(under('第三节 补齐污水处理短板', '再生水利用率达到25%。')).toEqual([
      '再生水利用率 25% 2025 target',
    ]);
  });

  it('is the inner city’s alone', () => {
    expect(goals('中心城区（东屏区、西屏区）以大气治理为重点，绿地率达到40%。')).toEqual([
      '[中心城区] 绿地率 40% 2025 target',
    ]);
    expect(goals('“一城”即中心城区，2025年人口规模达到22万人。')).toEqual([
      '[中心城区] 人口规模 22万人 2025 target',
    ]);
  });

  it('is the new district’s where the sentence is about it', () => {
    expect(goals('加快推进东屏新区建设，到2025年新区常住人口达到30万人，地区生产总值突破200亿元。')).toEqual([
      '[东屏新区] 新区常住人口 30万人 2025 target',
      '[东屏新区] 地区生产总值 >200亿元 2025 target',
    ]);
  });

  it('is the plan’s own where only a kind of site is named', () => {
    expect(goals('工业园区第三方治理签约率达到80%，划定历史文化街区3片、历史地段7处。')).toEqual([
      '工业园区第三方治理签约率 80% 2025 target',
      '划定历史文化街区 3片 2025 target',
      '历史地段 7处 2025 target',
    ]);
  });
});
