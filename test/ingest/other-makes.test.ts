import { describe, expect, it } from 'vitest';
import { parseText } from '../../ingest/parse/parse-text.js';
import { readPlanHead } from '../../ingest/plan-record.js';
import { readPlan } from '../setup/read-plan.js';

describe('a table copied with a cell a line', () => {
  const rows = ['年接待游客', '万人次', '410', '860', '预期性', '旅游收入', '亿元', '34.2', '72', '预期性'];
  const more = ['过夜游客占比', '%', '18', '30', '预期性', '景区厕所达标率', '%', '85', '100', '约束性'];

  it('is whole where a head is broken over two lines', () => {
    const { tables } = readPlan(
      ['表1 旅游发展指标', '指标', '单位', '2020年', '2025年', '指标', '属性', ...rows, ...more].join('\n'),
    );
    expect(tables[0]?.header).toEqual(['指标', '单位', '2020年', '2025年', '指标属性']);
    expect(tables[0]?.rows).toHaveLength(4);
  });

  it('is found where its first column is called 任务', () => {
    const { tables } = readPlan(
      ['表2 年度安排', '任务', '单位', '2021年', '2022年', '责任单位']
        .concat(['建成智能化车间', '个', '5', '8', '市工信局'])
        .concat(['上云企业', '家', '520', '680', '市工信局'])
        .concat(['网络零售额', '亿元', '72', '88', '市商务局'])
        .join('\n'),
    );
    expect(tables[0]?.rows).toEqual([
      ['建成智能化车间', '个', '5', '8', '市工信局'],
      ['上云企业', '家', '520', '680', '市工信局'],
      ['网络零售额', '亿元', '72', '88', '市商务局'],
    ]);
  });
});

describe('a list of what is enclosed', () => {
  it('opens no sections, which the annexes themselves do', () => {
    const { sections } = readPlan(
      [
        '一、总体要求',
        '坚持稳中求进。',
        '附件：1.云岭市主要指标',
        '      2.任务分解表',
        '',
        '附件1',
        '云岭市主要指标',
        '森林覆盖率达到45%。',
      ].join('\n'),
    );
    expect(sections.map(({ title }) => title).filter((title) => title !== '')).toEqual([
      '一、总体要求',
      '附件1 云岭市主要指标',
    ]);
  });

  it('opens no section for a file that a site offers', () => {
    const { sections } = readPlan('一、总体要求\n坚持稳中求进。\n附件：云岭市“十四五”金融业发展规划.pdf');
    expect(sections.map(({ title }) => title)).not.toContain('附件：云岭市“十四五”金融业发展规划.pdf');
  });
});

describe('the date of a plan', () => {
  it('is the day on which it was passed, where nothing else dates it', () => {
    const lines = [
      '云岭县国民经济和社会发展第十五个五年规划纲要',
      '（2026年2月6日云岭县第十八届人民代表大会第六次会议批准）',
      '',
      '一、总体要求',
      '坚持稳中求进。',
    ];
    expect(readPlanHead(parseText(lines.join('\n')), 'plan').date).toBe('2026-02-06');
  });
});
