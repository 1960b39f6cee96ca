import { describe, expect, it } from 'vitest';
import { audited, planOf, told } from './audited.js';

const findingsOf = (body: string) => audited(planOf(body)).findings;
const lines = (body: string) => findingsOf(body).map(told);

describe('stated growth', () => {
  it('is found when it holds for four periods and not for five', () => {
    const [finding, ...others] = findingsOf(
      '## 一、成就\n\n全市金融机构存款余额从2015年的3548亿元，增长至2020年的4372亿元，年均增速5.36%。',
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'growth', certainty: 'contradiction', computed: '4.27%' });
    expect(finding?.note).toContain('按4期计算才得到所列增速（实为5期）');
    expect(finding?.quotes[0]?.quote).toContain('年均增速5.36%');
  });

  it('is found when a fall is larger than stated', () => {
    const fall = '2020年，全市债券发行规模86.12亿元，相较于2015年的350.26亿元下降56.42%。';
    expect(lines(`## 一、成就\n\n${fall}`)).toEqual(['growth, contradiction: 2020年56.42% ≠ -75.41%']);
  });

  it.each([
    ['to the digits that are shown', '从2015年的122亿元，增加至2019年的198亿元，年均增速12.87%'],
    ['when rounding the figures allows it', '从2015年的34.47亿元，增加至2019年的47.12亿元，年均增速8.12%'],
  ])('is left alone when it is right %s', (_, sentence) => {
    expect(lines(`## 一、成就\n\n全市金融业增加值${sentence}。`)).toEqual([]);
  });

  it('of a table is held against its row, and rounding of the target is told apart', () => {
    const table = [
      '| 指标 | 2020年 | 2025年目标 | 年均增速（%） |',
      '|---|---|---|---|',
      '| 存款余额（万亿元） | 4.37 | 6.5 | 8 |',
      '| 贷款余额（万亿元） | 4.11 | 6.5 | 9 |',
      '| 保费收入（亿元） | 1044.73 | 1500 | 12 |',
    ].join('\n');
    expect(lines(`## 二、目标\n\n${table}`)).toEqual([
      'growth, rounding: 2025年9% ≠ 9.6%',
      'growth, contradiction: 2025年12% ≠ 7.5%',
    ]);
  });

  it('without a first year may be that of the last year, and a target may be the sum of the years', () => {
    const body = [
      '## 一、成就\n\n2020年，全市实际使用外资724万美元。',
      '## 二、目标\n\n| 指标 | 2025年目标 |\n|---|---|',
      '| 实际使用外资（万美元） | 4200 |\n| 实际使用外资增速（%） | 5 |',
    ].join('\n');
    const [finding] = findingsOf(body.replace('|---|---|\n\n', '|---|---|\n'));
    expect(finding).toMatchObject({ kind: 'growth', certainty: 'definition', computed: '42.14%' });
    expect(finding?.note).toContain('累计');
  });
});

describe('stated shares', () => {
  const share = (percent: string) =>
    `## 二、目标\n\n到2025年，全市地区生产总值达到1300亿元，金融业增加值达到287亿元，金融业增加值占地区生产总值比重达到${percent}。`;

  it('are held against part and whole', () => {
    expect(lines(share('23%'))).toEqual(['share, contradiction: 2025年23% ≠ 22.08%']);
  });

  it.each(['22.1%', '22%'])('are right when they round to %s', (percent) => {
    expect(lines(share(percent))).toEqual([]);
  });
});

describe('parts and totals', () => {
  const sentence = (list: string) => lines(`## 一、成就\n\n2020年，全市挂牌企业达到257家，其中${list}。`);

  it('are found when the parts leave a little over', () => {
    expect(sentence('主板上市企业9家、新三板挂牌企业2家、股权中心挂牌企业245家')).toEqual([
      'parts, definition: 257家 ≠ 256家',
    ]);
  });

  it('are found when the parts are more than the whole', () => {
    expect(sentence('主板上市企业90家、新三板挂牌企业20家、股权中心挂牌企业245家')).toEqual([
      'parts, contradiction: 257家 ≠ 355家',
    ]);
  });

  it.each([
    ['add up', '主板上市企业10家、新三板挂牌企业2家、股权中心挂牌企业245家'],
    ['are examples', '主板上市企业9家、新三板挂牌企业2家'],
    ['have parts themselves', '主板上市企业12家、股权中心挂牌企业245家，民营企业200家'],
  ])('are left alone when the parts %s', (_, list) => {
    expect(sentence(list)).toEqual([]);
  });

  it('of a table are held against its total row', () => {
    const table = (total: string) =>
      `## 附表\n\n| 片区 | 机构数量（家） | 面积 |\n|---|---|---|\n| 东片区 | 20 | 1.2万平方米 |\n| 西片区 | 13 | 8000平方米 |\n| 合计 | ${total} | 2万平方米 |`;
    expect(lines(table('33'))).toEqual([]);
    expect(lines(table('35'))).toEqual(['total, contradiction: 35 ≠ 33']);
  });
});

describe('one figure in two places', () => {
  const table = '| 指标 | 2025年目标 |\n|---|---|\n| 上市及挂牌企业（家） | 31 |';
  const body = (prose: string) =>
    `## 一、任务\n\n到2025年，上市挂牌企业${prose}。\n\n## 二、目标\n\n${table}`;

  it('is found when text and table differ', () => {
    expect(lines(body('达到50家'))).toEqual(['prose_table, contradiction: 2025年50家 ≠ 2025年31家']);
  });

  it.each(['达到31家', '达到30家以上', '约30家'])('is left alone when the text says %s', (prose) => {
    expect(lines(body(prose))).toEqual([]);
  });

  it('is told to be cut short when only whole numbers were kept', () => {
    const both =
      '## 一、成就\n\n2020年，全市金融业增加值288亿元。\n\n## 二、比较\n\n2020年，全市金融业增加值288.9亿元。';
    expect(lines(both)).toEqual(['two_places, rounding: 2020年288亿元 ≠ 2020年288.9亿元']);
  });

  it('is found when a table counts more under a heading than the text does', () => {
    const rows = '| 1 | 金融机构 | 银行业机构数量 | 家 | 1 |\n| 2 | 金融机构 | 保险业机构数量 | 家 | 2 |';
    const grouped = `| 序号 | 类型 | 指标名称 | 单位 | 2024年 |\n|---|---|---|---|---|\n${rows}`;
    const count = (number: number) =>
      lines(`## 一、任务\n\n到2024年末，力争引进持牌金融机构${number}家。\n\n## 二、目标\n\n${grouped}`);
    expect(count(3)).toEqual([]);
    expect(count(5)).toEqual(['prose_table, definition: 2024年5家 ≠ 3家']);
  });

  it('is found when a place has two extents', () => {
    const land = (area: string) =>
      `## 一、布局\n\n东湖片区规划用地面积294亩，有待开发。\n\n## 二、项目\n\n该项目位于东湖片区，规划用地面积为${area}亩。`;
    expect(lines(land('294'))).toEqual([]);
    expect(lines(land('298.65'))).toEqual(['two_places, definition: 294亩 ≠ 298.65亩']);
  });
});

describe('targets', () => {
  const body = (target: string) =>
    `## 一、成就\n\n2020年，全市进出口总额占全省进出口总额比重97.5%，单位能耗0.08吨标准煤/万元。\n\n## 二、目标\n\n到2025年，${target}。`;

  it('are found when the figure before has reached them', () => {
    expect(lines(body('全市进出口总额占全省比重达到95%以上'))).toEqual([
      'target, definition: 2025年95%以上 ≠ 2020年97.5%',
    ]);
  });

  it('are left alone when they are still to be reached', () => {
    expect(lines(body('全市进出口总额占全省比重达到98%以上'))).toEqual([]);
  });
});

describe('what only looks like a contradiction', () => {
  it.each([
    ['works that each period counts anew', '改造老旧小区486个', '改造老旧小区320个'],
    [
      'a figure that the text says shall fall',
      '公共服务办理平均次数为15.8次',
      '公共服务办理平均次数降至14.2次',
    ],
    ['a waiting time', '应急救援到达时间为75分钟', '应急救援到达时间达到60分钟'],
  ])('is left alone: %s', (_, before, after) => {
    expect(
      lines(`## 一、成就\n\n2020年，全市${before}。\n\n## 二、目标\n\n到2025年，全市${after}。`),
    ).toEqual([]);
  });

  it('is left alone where two projects have a figure of one bare name', () => {
    const box =
      '## 三、项目\n\n市东医院迁建：到2025年，设置床位500张。\n\n市西医院新建：到2025年，设置床位800张。';
    expect(lines(box)).toEqual([]);
  });

  it('ends the parts where a stronger mark begins something else', () => {
    const body =
      '## 一、成就\n\n全市共有景区42家，其中甲级3家、乙级12家；度假区2家，饭店36家，民宿58家，旅行社94家。';
    expect(lines(body)).toEqual([]);
  });

  it('is left alone where a bracket lists parts and other things follow it', () => {
    const body = '## 一、成就\n\n2020年，全市景区达到6家（其中甲级2家），酒店11家，民宿264家。';
    expect(lines(body)).toEqual([]);
  });

  it('is none of an open list, and one of a list whose rest is counted', () => {
    const list = (rest: string) =>
      `## 一、成就\n\n2020年，全市医疗机构达到3126个，其中医院142个、基层机构2890个、公卫机构61个、${rest}。`;
    expect(lines(list('其他机构23个'))).toEqual(['parts, definition: 3,126个 ≠ 3,116个']);
    expect(lines(list('其他机构若干'))).toEqual([]);
  });
});

describe('units, titles and counts', () => {
  it('finds a plain ratio that is labelled as percent', () => {
    const body =
      '## 二、目标\n\n| 指标 | 2025年目标 |\n|---|---|\n| 工业用地综合容积率（%） | ≥1.02 |\n| 绿化率（%） | 35 |';
    expect(lines(body)).toEqual(['unit, contradiction: 2025年1.02%以上 ≠ 1.02（无量纲）']);
  });

  it('finds a box whose title in the contents page is not that in the body', () => {
    const body = (title: string) =>
      `目 录\n\n专栏1 重点工程......3\n专栏2 “${title}”建设工程......8\n\n第一章 任务\n\n专栏1 重点工程\n\n一是建设平台。\n\n第二章 布局\n\n专栏2 “四港”建设工程\n\n一是建设港口。`;
    expect(lines(body('四港'))).toEqual([]);
    expect(lines(body('三港'))).toEqual(['title, contradiction: “三港”建设工程 ≠ “四港”建设工程']);
  });

  it('finds three groups here and four there of one place', () => {
    const body = (count: string) =>
      `## 东湖工业园空间结构\n\n形成“一心两轴三组团”的布局。\n\n## 东湖工业园基础设施\n\n结合“${count}组团”布局建设。\n\n## 西山保税区布局\n\n形成“五组团”的布局。`;
    expect(lines(body('三'))).toEqual([]);
    expect(lines(body('四'))).toEqual(['count, contradiction: 三组团 ≠ 四组团']);
  });
});

describe('what a plan lists against the whole that it states', () => {
  const box = (total: string) =>
    `## 一、工程\n\n### 专栏1 重点工程\n\n甲工程：总投资38亿元。\n\n乙工程：总投资26亿元。\n\n丙工程：总投资17亿元。\n\n以上三项工程总投资${total}。`;
  const table = (total: string) =>
    `## 二、投资\n\n五年综合投资规模为${total}。\n\n### 表1 综合投资估算\n\n| 领域 | 投资（亿元） |\n|---|---|\n| 铁路 | 210 |\n| 公路 | 345 |\n| 水运 | 48 |`;
  const run = (all: string, total: string) =>
    `## 三、投资\n\n规划总投资${all}，其中近期${total}、远期520亿元。近期投资按防洪128亿元、供水146亿元、生态64亿元、灌区38亿元安排。`;

  it('is found in a box, a table without totals, and a sentence after the total', () => {
    expect(lines(box('85亿元'))).toEqual(['sum, contradiction: 85亿元 ≠ 81亿元']);
    expect(lines(table('620亿元'))).toEqual(['sum, definition: 620亿元 ≠ 603亿元']);
    expect(lines(run('900亿元', '380亿元'))).toEqual(['sum, definition: 380亿元 ≠ 376亿元']);
  });

  it('is left alone where it agrees, is of something else, or is within rounding', () => {
    expect(lines(box('81亿元'))).toEqual([]);
    expect(lines(table('603亿元'))).toEqual([]);
    expect(lines(table('604亿元'))).toEqual([]);
    expect(lines(table('1200亿元'))).toEqual([]);
    expect(lines(run('896亿元', '376亿元'))).toEqual([]);
  });
});

describe('targets in two places', () => {
  const places = (prose: string, row: string) =>
    `## 一、目标\n\n到2025年，${prose}。\n\n### 表1 主要指标\n\n| 指标 | 单位 | 2020年 | 2025年 |\n|---|---|---|---|\n| ${row} |`;

  it('are at odds under a short and a full name, and where "about" cannot mean the other', () => {
    expect(
      lines(places('战略性新兴产业增加值占规上工业增加值比重达到28%', '战略性新兴产业占比 | % | 24.5 | 30')),
    ).toEqual(['prose_table, contradiction: 2025年30% ≠ 2025年28%']);
    expect(lines(places('每千人口床位数达到7.5张左右', '每千人口床位数 | 张 | 6.8 | 7.2'))).toEqual([
      'prose_table, contradiction: 2025年约7.5张 ≠ 2025年7.2张',
    ]);
  });

  it('are not where one of them is of a district', () => {
    const districts =
      '## 六、分区指引\n\n### （一）东江区\n\n改造老旧小区142个。\n\n### （二）西江区\n\n改造老旧小区205个。';
    expect(lines(districts)).toEqual([]);
  });
});
