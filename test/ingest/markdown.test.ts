import { describe, expect, it } from 'vitest';
import { findDefinitions } from '../../ingest/definitions.js';
import { readPlan, sectionTitled } from '../setup/read-plan.js';

const text = '云岭市围绕这一任务，完善工作机制，细化年度安排，各项措施按时落地。';
const paragraphs = (...lines: string[]) => lines.join('\n\n');

describe('a heading that is underlined', () => {
  it('is a section, by its numbering or by its level', () => {
    const plan = readPlan(
      paragraphs('云岭市物流规划\n===', '一、目标\n----', text, '建设项目\n---', text, '二、保障\n--', text),
    );
    expect(plan.outline).toEqual(['一、目标', '建设项目', '二、保障']);
    expect(plan.passages.map((passage) => passage.text).join('')).not.toMatch(/===|--/);
  });

  it('is none where a rule closes text or parts a table', () => {
    const plan = readPlan(
      paragraphs('# 规划', '## 目标', `${text}\n---`, '指标 | 数量\n--- | ---\n机构 | 3', text),
    );
    expect(plan.outline).toEqual(['目标']);
    expect(plan.tables).toMatchObject([{ header: ['指标', '数量'], rows: [['机构', '3']] }]);
  });
});

it('paragraphs under underlined headings and beside tables stay apart', () => {
  const long = (start: string) =>
    `${start}推进物流设施建设和改造，完善工作机制，细化年度安排，各项措施按时落地。`;
  const heading = (title: string) => `${title}\n${'='.repeat(40)}`;
  const rows = [
    '| 指标 | 说明 |',
    '|---|---|',
    ...[1, 2, 3, 4].map((at) => `| 设施${at} | ${long('各区')} |`),
  ];
  const { texts } = readPlan(
    paragraphs(
      ...['第一章 目标', '第二章 任务'].flatMap((title) => [heading(title), long('甲'), long('乙')]),
      rows.join('\n'),
    ),
  );
  expect(texts).toEqual(['第一章目标', long('甲'), long('乙'), '第二章任务', long('甲'), long('乙')]);
});

it('a list item without a full stop does not run into the paragraph below', () => {
  const item = '- 按到位投资额和对本地经济的贡献给予奖励，退出收益让利';
  const prose = '云岭市围绕这一任务，完善工作机制，细化年度安排，各项措施按时落地见效。';
  const { texts } = readPlan(paragraphs('# 规划', prose, prose, prose, item, '参考：', prose));
  expect(texts).toContain(item);
});

describe('a box in a block quote', () => {
  const quoted = ['> 专栏2 冷链工程', `> ${text}`, '> 1. 中心工程：建设2处。', '> 2. 网络工程：建设9处。'];

  it('is read as a box, and ends with the quote', () => {
    const plan = readPlan(paragraphs('# 规划', '## 第一节 设施', quoted.join('\n'), '各区按年度推进。'));
    expect(plan.outline).toEqual(['第一节 设施', '第一节 设施 > 专栏2 冷链工程']);
    expect(sectionTitled(plan, '专栏2 冷链工程').blocks).toHaveLength(3);
    expect(sectionTitled(plan, '第一节 设施').blocks).toMatchObject([{ text: '各区按年度推进。' }]);
  });

  it('leaves a cell that says "more than" alone', () => {
    expect(readPlan('一、目标\n\n>60%\n\n> 60').texts).toEqual(['一、目标', '>60%', '> 60']);
  });
});

describe('a box with a title and no number', () => {
  it.each(['专栏 冷链“两张网”清单', '专栏：冷链“两张网”清单'])('"%s" is a box', (title) => {
    expect(readPlan(['一、任务', title, text].join('\n')).outline).toEqual([
      '一、任务',
      `一、任务 > ${title}`,
    ]);
  });
});

describe('boxes that Markdown marks as headings', () => {
  it('end at the next heading of their level, and hold deeper ones', () => {
    const { outline } = readPlan(
      paragraphs(
        '# 规划',
        '## 一、任务',
        '### （一）政策',
        '#### 专栏1 清单',
        '##### 一、国家层面',
        text,
        '##### 二、市级层面',
        text,
        '#### 1．落实',
        text,
      ),
    );
    const policies = '一、任务 > （一）政策';
    expect(outline.slice(2)).toEqual([
      `${policies} > 专栏1 清单`,
      `${policies} > 专栏1 清单 > 一、国家层面`,
      `${policies} > 专栏1 清单 > 二、市级层面`,
      `${policies} > 1．落实`,
    ]);
  });
});

describe('headings of the cover', () => {
  it('are no sections: the notice, the title and its years', () => {
    const { outline } = readPlan(
      paragraphs(
        '# 云岭市人民政府关于印发云岭市物流规划的通知',
        '各区县：请认真落实。',
        '# 云岭市“十四五”物流发展规划',
        '## (2021—2025)',
        '# 前 言',
        text,
        '# 一、目标',
        text,
      ),
    );
    expect(outline).toEqual(['前言', '一、目标']);
  });
});

describe('the terms of a glossary', () => {
  const found = (...lines: string[]) =>
    findDefinitions(readPlan(['第一章 总则', ...lines].join('\n\n')).sections).map(({ term }) => term);

  it('are found where it stands inside another section', () => {
    const entries = ['“冷链”，指低温物流。', '多式联运：一单到底。', '枢纽企业，指年货量万吨以上的企业。'];
    expect(found('（一）任务', text, '名词解释：', ...entries, '（二）保障', '要素，指土地。')).toEqual([
      '冷链',
      '多式联运',
      '枢纽企业',
    ]);
    expect(found('第一节 任务', '（三）名词解释', ...entries)).toHaveLength(3);
  });

  it.each(['附件  名词解释', '附录 名词解释'])('are found under "%s", several to a paragraph', (title) => {
    expect(found(title, '冷链：指低温物流。多式联运：指一单到底：全程。BRT：即快速公交。')).toEqual([
      '冷链',
      '多式联运',
      'BRT',
    ]);
  });

  it('are found in one paragraph', () => {
    const sections = readPlan('一、目标\n\n名词解释：冷链，指低温物流。枢纽，指园区，含港口。').sections;
    expect(findDefinitions(sections)).toEqual([
      { term: '冷链', text: '低温物流。' },
      { term: '枢纽', text: '园区，含港口。' },
    ]);
  });
});
