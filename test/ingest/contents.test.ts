import { describe, expect, it } from 'vitest';
import { readPlan } from '../setup/read-plan.js';

const body = [
  '第一章 发展基础',
  '“十三五”期间，云岭市金融业稳步发展。',
  '第一节 主要成就',
  '存款余额达到5280亿元。',
  '第二章 发展目标',
  '到2025年，存款余额达到8000亿元。',
];

/** A table of contents in the ways that files carry one. */
const contentsPages = {
  'with leader dots': [
    '目 录',
    '第一章 发展基础 ........ 1',
    '第一节 主要成就 ………… 2',
    '第二章 发展目标 ········ 5',
  ],
  'with tabs': ['目录', '第一章 发展基础\t1', '第一节 主要成就\t2', '第二章 发展目标\t5'],
  'with blank lines between the entries': [
    '目  录',
    '',
    '第一章 发展基础 ...... 1',
    '',
    '第一节 主要成就 ...... 2',
    '',
    '第二章 发展目标 ...... 5',
    '',
  ],
  'with page numbers between dashes': [
    '目录',
    '第一章 发展基础…… - 1 -',
    '第一节 主要成就…… - 2 -',
    '第二章 发展目标…… - 5 -',
  ],
  'without page numbers': ['目 录', '第一章 发展基础', '', '第一节 主要成就', '第二章 发展目标', ''],
  'with a blank before the page numbers': [
    '目录',
    '第一章 发展基础 1',
    '第一节 主要成就 2',
    '第二章 发展目标 5',
  ],
  'as Markdown': [
    '# **目录**',
    '**第一章 发展基础** ...... 1',
    '- 第一节 主要成就 ...... 2',
    '第二章 发展目标 ...... 5',
  ],
};

describe('a contents page', () => {
  it.each(Object.entries(contentsPages))(
    '%s is kept out of the outline and of the passages',
    (_, contents) => {
      const { outline, passages, document } = readPlan([...contents, ...body].join('\n'));
      expect(outline).toEqual(['第一章 发展基础', '第一章 发展基础 > 第一节 主要成就', '第二章 发展目标']);
      expect(passages.map((passage) => passage.text).join('\n')).not.toMatch(/[.…·]{2}|目\s*录/);
      const titles = document.contents.map((title) => title.replace(/\s/g, ''));
      expect(titles).toEqual(['第一章发展基础', '第一节主要成就', '第二章发展目标']);
    },
  );

  it('ends where the text begins, so that nothing of the text is lost', () => {
    const { passages } = readPlan([...(contentsPages['with leader dots'] ?? []), ...body].join('\n'));
    const text = passages.map((passage) => passage.text).join('\n');
    for (const line of body) expect(text).toContain(line);
  });

  it('may have an entry that runs over two lines', () => {
    const { outline } = readPlan(
      [
        '目录',
        '第一章 建设面向区域的现代化商贸物流',
        '金融服务体系 ...... 1',
        '第二章 发展目标 ...... 3',
        ...body,
      ].join('\n'),
    );
    expect(outline).toHaveLength(3);
  });
});
