import { describe, expect, it } from 'vitest';
import { readPlan, sectionTitled } from '../setup/read-plan.js';

const text = '云岭市围绕这一任务，完善工作机制，细化年度安排，各项措施按时落地。';

describe('numbering nests as the plan uses it', () => {
  it('篇, 章 and 节', () => {
    const { outline } = readPlan(
      [
        '第一篇 总体要求',
        '第一章 形势',
        text,
        '第一节 国内',
        text,
        '第二节 本市',
        text,
        '第二篇 任务',
        '第二章 产业',
        text,
      ].join('\n'),
    );
    expect(outline).toEqual([
      '第一篇 总体要求',
      '第一篇 总体要求 > 第一章 形势',
      '第一篇 总体要求 > 第一章 形势 > 第一节 国内',
      '第一篇 总体要求 > 第一章 形势 > 第二节 本市',
      '第二篇 任务',
      '第二篇 任务 > 第二章 产业',
    ]);
  });

  it('一、 （一） 1. and （1）', () => {
    const { outline } = readPlan(
      [
        '一、总体目标',
        '（一）近期目标',
        '1.机构目标',
        text,
        '2.产品目标',
        text,
        '（二）远期目标',
        text,
        '二、保障措施',
        text,
      ].join('\n'),
    );
    expect(outline).toEqual([
      '一、总体目标',
      '一、总体目标 > （一）近期目标',
      '一、总体目标 > （一）近期目标 > 1.机构目标',
      '一、总体目标 > （一）近期目标 > 2.产品目标',
      '一、总体目标 > （二）远期目标',
      '二、保障措施',
    ]);
  });

  it('1. above （一） where a plan has it that way round', () => {
    const { outline } = readPlan(
      ['1.发展基础', '（一）成绩', text, '（二）不足', text, '2.发展目标', '（一）定位', text].join('\n'),
    );
    expect(outline).toEqual([
      '1.发展基础',
      '1.发展基础 > （一）成绩',
      '1.发展基础 > （二）不足',
      '2.发展目标',
      '2.发展目标 > （一）定位',
    ]);
  });

  it('opens a section where the title ends at the first full stop, and keeps the whole paragraph', () => {
    const paragraph = `（一）做强法人机构。${text}`;
    const plan = readPlan(['一、主要任务', paragraph].join('\n'));
    expect(plan.outline).toEqual(['一、主要任务', '一、主要任务 > （一）做强法人机构']);
    expect(sectionTitled(plan, '（一）做强法人机构').blocks).toMatchObject([{ text: paragraph }]);
  });

  it('leaves a numbered sentence with a figure in the text', () => {
    const { outline } = readPlan(
      ['一、主要目标', '1.到2025年，存款余额达到8000亿元，贷款余额达到7500亿元。'].join('\n'),
    );
    expect(outline).toEqual(['一、主要目标']);
  });
});

describe('a box (专栏)', () => {
  const boxed = ['第一章 主要任务', text, '专栏1 重点工程', '1.聚集工程', text, '2.提升工程', text];

  it('holds a list that starts anew at 1.', () => {
    const { outline } = readPlan(boxed.join('\n'));
    expect(outline).toEqual([
      '第一章 主要任务',
      '第一章 主要任务 > 专栏1 重点工程',
      '第一章 主要任务 > 专栏1 重点工程 > 1.聚集工程',
      '第一章 主要任务 > 专栏1 重点工程 > 2.提升工程',
    ]);
  });

  it('ends at the next chapter or section', () => {
    const { outline } = readPlan([...boxed, '第二节 扩大开放', text, '第二章 保障措施', text].join('\n'));
    expect(outline.slice(-2)).toEqual(['第一章 主要任务 > 第二节 扩大开放', '第二章 保障措施']);
  });

  it('follows another box at the same level', () => {
    const { outline } = readPlan([...boxed, '专栏2 重点平台', text].join('\n'));
    expect(outline.at(-1)).toBe('第一章 主要任务 > 专栏2 重点平台');
  });
});

describe('what stands after the chapters', () => {
  it('an annex takes the title on the line below its number', () => {
    const { outline } = readPlan(
      [
        '第一章 总则',
        text,
        '附件1',
        '云岭市重点项目清单',
        '一、交通项目',
        text,
        '附件2',
        '任务分工',
        text,
      ].join('\n'),
    );
    expect(outline).toEqual([
      '第一章 总则',
      '附件1 云岭市重点项目清单',
      '附件1 云岭市重点项目清单 > 一、交通项目',
      '附件2 任务分工',
    ]);
  });

  it.each(['名词解释', '结 语', '前 言'])('%s stands alone at the top', (title) => {
    const { outline } = readPlan(['第一章 总则', '一、原则', text, title, text].join('\n'));
    expect(outline.at(-1)).toBe(title.replace(/\s/g, ''));
  });
});

describe('Markdown headings', () => {
  it('nest by their numbering where their levels are noise', () => {
    const { outline } = readPlan(
      [
        '# 云岭市金融业规划',
        '# 第一章 基础',
        text,
        '### 第一节 成绩',
        text,
        '# 第二节 不足',
        text,
        '## 第二章 目标',
        text,
      ].join('\n\n'),
    );
    expect(outline).toEqual(
      ['第一章 基础', '第一章 基础 > 第一节 成绩', '第一章 基础 > 第二节 不足', '第二章 目标'].map((path) =>
        expect.stringMatching(new RegExp(`${path}$`)),
      ),
    );
  });

  it('nest by their level where they have no numbers', () => {
    const { outline } = readPlan(['# 规划', '## 背景', text, '### 形势', text, '## 目标', text].join('\n\n'));
    expect(outline).toEqual(['背景', '背景 > 形势', '目标']);
  });

  it('lose their emphasis marks', () => {
    const { outline } = readPlan(['# 规划', '## **第一章 基础**', text].join('\n\n'));
    expect(outline).toEqual(['第一章 基础']);
  });
});

describe('articles', () => {
  it('are sections under their chapter, each with its own text', () => {
    const plan = readPlan(
      '第一章 总则\n第一条 为规范管理，制定本办法。\n第二条\u3000本办法适用于本市。\n第二章 附则\n第三条 本办法自发布之日起施行。',
    );
    expect(plan.outline).toEqual([
      '第一章 总则',
      '第一章 总则 > 第一条',
      '第一章 总则 > 第二条',
      '第二章 附则',
      '第二章 附则 > 第三条',
    ]);
    expect(
      sectionTitled(plan, '第二条').blocks.map((block) => block.kind === 'paragraph' && block.text),
    ).toEqual(['第二条 本办法适用于本市。']);
  });

  it('named within a sentence open nothing', () => {
    expect(readPlan('第一章 总则\n第一条高速公路建成通车，物流成本下降。').outline).toEqual(['第一章 总则']);
  });
});

describe('circled numbers', () => {
  it('are a level of their own where they head what follows', () => {
    const { outline } = readPlan(
      '（1）完善网络\n①骨干网。建设双回路，提升容量。\n②接入网。推进入户。\n（2）开放资源\n加快共建共享。',
    );
    expect(outline).toEqual([
      '（1）完善网络',
      '（1）完善网络 > ①骨干网',
      '（1）完善网络 > ②接入网',
      '（2）开放资源',
    ]);
  });
});

describe('titles of parts and articles', () => {
  it('are whole', () => {
    const { outline } = readPlan(
      [
        '第一部分 回顾',
        text,
        '第二部分 目标',
        '第一条 规划范围',
        text,
        '第二条 为推进工作，制定本规划。',
      ].join('\n'),
    );
    expect(outline).toEqual([
      '第一部分 回顾',
      '第二部分 目标',
      '第二部分 目标 > 第一条 规划范围',
      '第二部分 目标 > 第二条',
    ]);
  });
});
