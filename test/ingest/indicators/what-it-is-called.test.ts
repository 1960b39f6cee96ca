import { describe, expect, it } from 'vitest';
import { readPlan, shown } from './read-plan.js';

const under = (title: string, text: string) => readPlan(`## ${title}`, text).rows.map(shown);
const past = (text: string) => under('第一章 发展成就', text);
const goals = (text: string) => under('第二章 发展目标', text);

describe('the name of a figure', () => {
  it('is shared by what stands after the last of a list', () => {
    expect(past('城镇和农村居民人均可支配收入分别达到48620元、24310元。')).toEqual([
      '城镇居民人均可支配收入 48620元 2020 actual',
      '农村居民人均可支配收入 24310元 2020 actual',
    ]);
    expect(goals('风电、光伏发电装机均达到2000万千瓦以上。')).toEqual([
      '风电装机 >=2000万千瓦 2025 target',
      '光伏发电装机 >=2000万千瓦 2025 target',
    ]);
    expect(goals('装备制造、新材料两大主导产业产值分别达到1200亿元、800亿元。')).toEqual([
      '装备制造主导产业产值 1200亿元 2025 target',
      '新材料主导产业产值 800亿元 2025 target',
    ]);
  });

  it('is the share that points of percent are added to', () => {
    expect(past('新兴产业增加值占工业增加值比重达到31.5%，较2015年提高8.2个百分点。')).toEqual([
      '新兴产业增加值占工业增加值比重 31.5% 2020 actual',
      '新兴产业增加值占工业增加值比重较2015年提高 8.2个百分点 2015-2020 actual',
    ]);
  });

  it('goes on from the sentence before with 该比重 and from the clause before with a verb alone', () => {
    expect(goals('到2023年，数字经济增加值占生产总值比重达到18%；到2025年，该比重达到22%以上。')).toContain(
      '数字经济增加值占生产总值比重 >=22% 2025 target',
    );
    expect(goals('2022年建成冷藏设施120座，2023年新增80座。')).toEqual([
      '建成冷藏设施 120座 2022 target',
      '新增冷藏设施 80座 2023 target',
    ]);
  });

  it('says how large the ones are that are counted', () => {
    expect(goals('培育年产值超10亿元的龙头企业3-5家，每年实施投资5000万元以上技改项目100个以上。')).toEqual([
      '培育年产值超10亿元的龙头企业 3-5家 2025 target',
      '每年实施投资5000万元以上技改项目 >=100个 2025 target',
    ]);
  });

  it('keeps the numbers that belong to it', () => {
    expect(goals('每千人口拥有3岁以下婴幼儿托位数达到4.6个。')).toEqual([
      '每千人口拥有3岁以下婴幼儿托位数 4.6个 2025 target',
    ]);
    expect(goals('实施“千亿产业、百亿企业”工程，培育千亿级产业集群2个。')).toEqual([
      '培育千亿级产业集群 2个 2025 target',
    ]);
  });

  it('loses how long something has lasted', () => {
    expect(past('粮食总产量连续五年稳定在85万吨以上。')).toEqual(['粮食总产量 >=85万吨 2020 actual']);
  });

  it('says whose total an investment is', () => {
    expect(goals('建设青龙水库，总库容4300万立方米，总投资6.8亿元。')).toEqual([
      '青龙水库总库容 4300万立方米 2025 target',
      '青龙水库总投资 6.8亿元 2025 target',
    ]);
  });

  it('is that of what is summed up', () => {
    expect(goals('私募基金管理规模达120亿元，政府类基金管理规模达到80亿元，合计达到200亿元。')).toEqual([
      '私募基金管理规模 120亿元 2025 target',
      '政府类基金管理规模 80亿元 2025 target',
      '基金管理规模合计 200亿元 2025 target',
    ]);
  });
});

describe('the bound of a figure', () => {
  it('counts for every figure of a list that it stands before', () => {
    expect(goals('到2025年，存款余额、贷款余额分别突破4500亿元、3800亿元。')).toEqual([
      '存款余额 >4500亿元 2025 target',
      '贷款余额 >3800亿元 2025 target',
    ]);
  });

  it('is said before what it compares with', () => {
    expect(past('2020年私募案例数90个，不到滨河市的1/5。')).toContain(
      '私募案例数相当于滨河市比例 <20% 2020 actual',
    );
  });
});

describe('a figure among its like', () => {
  it('is counted by what the first of a list is counted by', () => {
    expect(past('每千人口执业医师3.19人、注册护士3.84人。')).toEqual([
      '每千人口执业医师 3.19人 2020 actual',
      '每千人口注册护士 3.84人 2020 actual',
    ]);
  });

  it('says of which size or voltage the things are that are counted', () => {
    expect(goals('新建500千伏变电站6座。培育年销售额超50亿元商贸企业3家、超10亿元20家。')).toEqual([
      '新建500千伏变电站 6座 2025 target',
      '培育年销售额超50亿元商贸企业 3家 2025 target',
      '超10亿元商贸企业 20家 2025 target',
    ]);
  });

  it('may have a short name where nothing else stands before it', () => {
    expect(past('医疗卫生机构3286个，其中医院86个。')).toEqual([
      '医疗卫生机构 3286个 2020 actual',
      '医院 86个 2020 actual',
    ]);
  });

  it('is no term of a rule that another level set', () => {
    expect(past('能耗累计下降17.6%，超额完成上级下达的16%的目标任务。')).toEqual([
      '能耗累计下降 17.6% 2020 actual',
    ]);
    expect(goals('新能源项目按装机容量的10%配置储能。')).toEqual([]);
  });
});

describe('the output under the title of an industry', () => {
  it.each(['1.轴承产业链', '（二）做强轴承产业', '轴承产业集群'])('%s is that industry’s', (title) => {
    expect(under(title, '建设轴承检测公共服务平台，到2025年产值达到420亿元。')).toEqual([
      '轴承产业产值 420亿元 2025 target',
    ]);
  });
});

describe('what is invested', () => {
  it.each([
    ['北山大桥工程。桥长2公里，桥隧比71%，总投资18亿元。', '北山大桥工程总投资 18亿元 2025 target'],
    ['北山至南湖高速公路：全长68公里，总投资112亿元。', '北山至南湖高速公路总投资 112亿元 2025 target'],
    ['加快青石岭水库建设，总库容1亿立方米，总投资23亿元。', '青石岭水库总投资 23亿元 2025 target'],
  ])('is invested in the work that is spoken of, whatever is said of it before: %s', (text, row) => {
    const { rows } = readPlan('## 第一章 任务', '### 一、交通', text);
    expect(rows.map(shown)).toContain(row);
  });

  it('under the title of one work is invested in that, under a title of several in none of them', () => {
    const under = (title: string) =>
      readPlan('## 第一章 任务', `### ${title}`, '整治岸线32公里，投资5亿元。').rows.map(shown);
    expect(under('（一）蓝湾整治工程')).toContain('蓝湾整治工程投资 5亿元 2025 target');
    expect(under('（一）重点工程').join()).not.toContain('重点工程投资');
  });
});
