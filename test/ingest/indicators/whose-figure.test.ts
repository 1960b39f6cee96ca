import { describe, expect, it } from 'vitest';
import { readPlan, shown } from './read-plan.js';

const under = (title: string, text: string) => readPlan(`## ${title}`, text).rows.map(shown);
const past = (text: string) => under('第一章 发展成就', text);
const goals = (text: string) => under('第二章 发展目标', text);

describe('a figure of somebody else', () => {
  it('is a neighbour’s when the text compares with it', () => {
    expect(past('邻近的安河市2020年生产总值为2405亿元，其中工业增加值980亿元。')).toEqual([
      '[安河市] 生产总值 2405亿元 2020 actual',
      '[安河市] 工业增加值 980亿元 2020 actual',
    ]);
    expect(past('对标邻县东岭县（冷库库容已达35万立方米），补齐短板。')).toEqual([
      '[东岭县] 冷库库容 35万立方米 2020 actual',
    ]);
  });

  it('stays a neighbour’s after a semicolon, until the own name comes back', () => {
    expect(
      past('2020年德溪县生产总值243.5亿元、规上工业企业112家；旅游收入12亿元；我市分别为187.3亿元和74家。'),
    ).toEqual([
      '[德溪县] 生产总值 243.5亿元 2020 actual',
      '[德溪县] 规上工业企业 112家 2020 actual',
      '[德溪县] 旅游收入 12亿元 2020 actual',
    ]);
    expect(past('2020年德溪县生产总值243.5亿元、规上工业企业112家；我市分别为187.3亿元和74家。')).toContain(
      '生产总值 187.3亿元 2020 actual',
    );
  });

  it('is the place’s that has no more than its name', () => {
    expect(past('2020年全市旅游接待512万人次，德溪县为365万人次。')).toEqual([
      '旅游接待 512万人次 2020 actual',
      '[德溪县] 旅游接待 365万人次 2020 actual',
    ]);
  });

  it('is the province’s or the nation’s where the text looks from there', () => {
    expect(past('从全省看，中心城市首位度达32%。据中国物流协会统计，2020年冷库库容1.8亿立方米。')).toEqual([
      '[全省] 中心城市首位度 32% 2020 actual',
      '[全国] 冷库库容 1.8亿立方米 2020 actual',
    ]);
  });

  it('is the place’s that a box about experience is titled with', () => {
    expect(under('三、滨河市金融服务的经验借鉴', '引导基金总规模100亿元。')).toEqual([
      '[滨河市] 引导基金总规模 100亿元 2020 actual',
    ]);
  });

  it('is a park’s when the park is what the sentence supports', () => {
    expect(goals('支持新能源产业园扩能升级，到2023年园区产值达到150亿元，其中上市公司3家。')).toEqual([
      '[新能源产业园] 园区产值 150亿元 2023 target',
      '[新能源产业园] 上市公司 3家 2023 target',
    ]);
    expect(goals('1.电池产业园：总投资120亿元，占地1500亩。')).toEqual([
      '[电池产业园] 总投资 120亿元 2025 target',
      '[电池产业园] 占地 1500亩 2025 target',
    ]);
  });
});

describe('a figure of one’s own', () => {
  it('is what one sets up elsewhere', () => {
    expect(goals('在上海、苏州设立招商联络处各1个，引进项目30个。')).toEqual([
      '设立招商联络处 1个 2025 target',
      '引进项目 30个 2025 target',
    ]);
  });

  it('is what a plan of one’s own region is quoted for', () => {
    expect(goals('按照江州市国土规划，到2025年，森林覆盖率达到42%。')).toEqual([
      '森林覆盖率 42% 2025 target',
    ]);
  });

  it('has a name that only looks like a place', () => {
    expect(past('2020年，建成区绿化覆盖率43.2%。')).toEqual(['建成区绿化覆盖率 43.2% 2020 actual']);
  });
});

describe('a section that is titled with a place and nothing else', () => {
  it.each(['（一）东岭县', '8.1 海湾区', '（二）临港产业园', '城西高新区'])(
    '%s: its figures are that place’s',
    (title) => {
      const place = title.replace(/^[（(].[）)]|^[\d.]+\s/, '');
      expect(under(title, '到2025年规上工业总产值达到480亿元。')).toEqual([
        `[${place}] 规上工业总产值 480亿元 2025 target`,
      ]);
    },
  );

  it('is no place’s where the title says what is to be done there', () => {
    expect(under('（一）建设临港产业园', '到2025年规上工业总产值达到480亿元。')).toEqual([
      '规上工业总产值 480亿元 2025 target',
    ]);
  });
});
