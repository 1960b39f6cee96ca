import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableText } from '../../ingest/blocks.js';
import { misplaced, missing, passageText } from '../setup/lost-text.js';
import { readPlan } from '../setup/read-plan.js';

const sentence = '推动金融机构加大对实体经济的支持力度，提高服务质量和效率。';

describe('passages', () => {
  it('of a long section are of about one length, and end where a sentence does', () => {
    const { passages } = readPlan(['第一章 任务', sentence.repeat(60)].join('\n'));
    expect(passages.length).toBeGreaterThan(2);
    for (const { text } of passages) {
      expect(text.length).toBeLessThanOrEqual(800);
      expect(text.length).toBeGreaterThan(200);
      expect(text).toMatch(/。$/);
    }
  });

  it('put short neighbours together under the heading that they share', () => {
    const { passages } = readPlan(
      ['第一章 任务', '一、聚集机构', sentence, '二、扩大开放', sentence, '三、防范风险', sentence].join(
        '\n',
      ),
    );
    expect(passages).toHaveLength(1);
    expect(passages[0]?.sectionPath).toEqual(['第一章 任务']);
    expect(passages[0]?.text).toContain('二、扩大开放');
  });

  it('carry the headings above them that have no text of their own', () => {
    const { passages } = readPlan(['第一篇 任务', '第一章 机构', '第一节 法人', sentence].join('\n'));
    expect(passages).toHaveLength(1);
    expect(passages[0]?.text).toBe(`第一篇 任务\n第一章 机构\n第一节 法人\n${sentence}`);
  });

  it('keep a heading at the end that nothing follows', () => {
    const { passages } = readPlan(['第一章 任务', sentence.repeat(20), '第二章 保障'].join('\n'));
    expect(passages.at(-1)).toMatchObject({ text: '第二章 保障', sectionPath: ['第二章 保障'] });
  });

  it('of a long table repeat its header and split no row', () => {
    const rows = Array.from(
      { length: 80 },
      (_, at) => `${at + 1}\t重点项目名称第${at + 1}号\t云岭市投资促进局`,
    );
    const { passages } = readPlan(['第一章 项目', '序号\t项目\t单位', ...rows].join('\n'));
    const tables = passages.filter((passage) => passage.kind === 'table');
    expect(tables.length).toBeGreaterThan(1);
    for (const { text } of tables) expect(text).toContain('序号\t项目\t单位');
    expect(tables.flatMap(({ text }) => text.split('\n').filter((line) => /^\d/.test(line)))).toEqual(rows);
  });

  it('hold all of a table row that is longer than a passage, and all notes however long', () => {
    const note = `注：${'指标按现行口径统计，'.repeat(24)}。`;
    const source = [
      '# 规划',
      '## 第一章 任务',
      '| 项目 | 内容 |',
      '|---|---|',
      `| 融资 | ${sentence.repeat(120)} |`,
      note,
      note,
    ].join('\n');
    const plan = readPlan(source);
    const whole = plan.document.blocks
      .map((one) => (one.kind === 'table' ? tableText(one) : one.text))
      .join('');
    expect(missing(whole, passageText(plan))).toEqual([]);
    expect(Math.max(...plan.passages.map((passage) => passage.text.length))).toBeLessThanOrEqual(1_500);
  });

  it('are numbered in reading order, and none has the id of another', () => {
    const { passages } = readPlan(
      ['第一章 任务', ...Array.from({ length: 30 }, () => sentence.repeat(10))].join('\n'),
    );
    expect(passages.map((passage) => passage.order)).toEqual(passages.map((_, at) => at));
    expect(new Set(passages.map((passage) => passage.passageId)).size).toBe(passages.length);
  });

  it('keep their ids when the file is read again', () => {
    const source = ['第一章 任务', sentence.repeat(40), '第二章 保障', sentence].join('\n');
    expect(readPlan(source).passages).toEqual(readPlan(source).passages);
  });
});

const words = fc.constantFrom(
  '存款余额',
  '绿色金融',
  '5280亿元',
  '，',
  '。',
  '；',
  '：',
  '2025年',
  '（一）',
  'GDP',
  '𠮷',
  '云岭市',
  '——',
  '“',
  '”',
);
const line = fc
  .tuple(
    fc.constantFrom(
      '',
      '第一章 ',
      '第二节 ',
      '一、',
      '（二）',
      '1.',
      '（3）',
      '专栏2 ',
      '附件1 ',
      '表3 ',
      '## ',
      '注：',
    ),
    fc.array(words, { minLength: 1, maxLength: 60 }),
  )
  .map(([start, rest]) => start + rest.join(''));
const row = fc.array(words, { minLength: 3, maxLength: 3 }).map((cells) => cells.join('\t'));
const plan = fc
  .array(fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: fc.constant('') }, row), {
    minLength: 1,
    maxLength: 60,
  })
  .map((lines) => lines.join('\n'));

describe('whatever a plan looks like', () => {
  it('no passage is too long, and each holds only words of the lines that it names', () => {
    fc.assert(
      fc.property(plan, (source) => {
        const read = readPlan(source);
        for (const { kind, text } of read.passages)
          expect(text.length).toBeLessThanOrEqual(kind === 'table' ? 1_500 : 800);
        expect(misplaced(read, source)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('every character of its paragraphs and tables is in a passage', () => {
    fc.assert(
      fc.property(plan, (source) => {
        const read = readPlan(source);
        const whole = read.document.blocks.map((one) => (one.kind === 'table' ? tableText(one) : one.text));
        expect(missing(whole.join(''), passageText(read))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('every character of its lines is in a paragraph or a table', () => {
    fc.assert(
      fc.property(plan, (source) => {
        const read = readPlan(source);
        const whole = read.document.blocks.map((one) => (one.kind === 'table' ? tableText(one) : one.text));
        expect(missing(source.replace(/^#+ /gm, ''), whole.join(''))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
