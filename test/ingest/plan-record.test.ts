import { describe, expect, it } from 'vitest';
import { parseText } from '../../ingest/parse/parse-text.js';
import { type PlanHead, readPlanHead } from '../../ingest/plan-record.js';

const body = ['一、总体要求', '坚持稳中求进，防范金融风险，服务实体经济。', '二、保障措施', '加强组织领导。'];

function headOf(lines: readonly string[]): PlanHead {
  return readPlanHead(parseText(lines.join('\n')), 'file-name');
}

describe('a plan with a cover', () => {
  it('has the title, issuer, number and date of its cover', () => {
    const head = headOf([
      '云岭市“十四五”金融业发展规划',
      '',
      '云岭市人民政府办公室',
      '',
      '云政办发〔2021〕45号',
      '',
      '2021年12月8日',
      '',
      ...body,
    ]);
    expect(head).toMatchObject({
      title: '云岭市“十四五”金融业发展规划',
      issuer: '云岭市人民政府办公室',
      documentNumber: '云政办发〔2021〕45号',
      date: '2021-12-08',
      periodStart: 2021,
      periodEnd: 2025,
      region: '云岭市',
      digest: false,
    });
  });

  it('has a title that runs over several lines, with the years below it', () => {
    const head = headOf(['云岭市', '现代物流业高质量发展', '行动计划', '（2023-2027年）', '', ...body]);
    expect(head).toMatchObject({
      title: '云岭市现代物流业高质量发展行动计划（2023-2027年）',
      periodStart: 2023,
      periodEnd: 2027,
    });
  });

  it.each([
    ['青禾县农业产业发展实施方案（2022-2026年）', 2022, 2026],
    ['青禾县农业产业发展实施方案(2022—2026)', 2022, 2026],
    ['青禾县国民经济和社会发展第十五个五年规划（2026－2030年）', 2026, 2030],
    ['青禾县“十三五”教育发展规划', 2016, 2020],
    ['青禾县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要', 2021, 2025],
    ['青禾县“十五五”文旅发展规划', 2026, 2030],
  ])('"%s" has its title on one line, and its years from it', (title, periodStart, periodEnd) => {
    expect(headOf([title, '', ...body])).toMatchObject({ title, periodStart, periodEnd, region: '青禾县' });
  });

  it.each([['（摘要）'], ['', '（2023-2027年）', '（摘编）'], ['摘要']])(
    'is a digest where it says so: %s %s %s',
    (...ends) => {
      const [first = '', ...below] = ends;
      expect(headOf([`青禾县养老服务发展规划${first}`, ...below, '', ...body])).toMatchObject({
        digest: true,
      });
    },
  );

  it('has a date in Chinese numerals, and two issuers of one line apart', () => {
    expect(
      headOf([
        '云岭市养老服务发展规划',
        '云岭市民政局  云岭市发展和改革委员会',
        '二〇二六年十一月',
        '',
        ...body,
      ]),
    ).toMatchObject({ issuer: '云岭市民政局、云岭市发展和改革委员会', date: '2026-11' });
  });

  it('is not called like the notice that brings it', () => {
    const head = headOf([
      '云岭市人民政府办公室关于印发云岭市养老服务发展规划的通知',
      '云政办发〔2022〕3号',
      '各区县人民政府，市政府各部门：',
      '《云岭市养老服务发展规划》已经市政府同意，现印发给你们，请认真组织实施。',
      '2022年3月1日',
      '云岭市养老服务发展规划',
      ...body,
    ]);
    expect(head).toMatchObject({
      title: '云岭市养老服务发展规划',
      documentNumber: '云政办发〔2022〕3号',
      date: '2022-03-01',
    });
  });

  it.each(['云交发〔2026〕15号', '云交发[2026] 15 号'])('does not begin with its number %s', (number) => {
    const title = '云岭市“十五五”综合交通运输发展规划（2026—2030年）';
    const head = headOf([number, title, '云岭市交通运输局', '2026年3月', ...body]);
    expect(head).toMatchObject({ title, documentNumber: number.replace(/ /g, ''), region: '云岭市' });
  });

  it('has a date of a month where it gives no day', () => {
    expect(headOf(['云岭市水利发展规划', '2026年4月', '', ...body]).date).toBe('2026-04');
  });
});

describe('a plan without a cover', () => {
  it('is called as its preface calls it, not like the plans that it follows', () => {
    const head = headOf([
      '前言',
      '依据《云岭市国民经济和社会发展第十四个五年规划纲要》，编制《云岭市绿色建筑发展规划》（以下简称“本规划”）。规划期为2021-2025年。',
      ...body,
    ]);
    expect(head).toMatchObject({ title: '云岭市绿色建筑发展规划', periodStart: 2021, periodEnd: 2025 });
  });

  it('is called like the document that it says was drawn up', () => {
    const head = headOf([
      '前言',
      '根据《云岭市城市总体规划》，结合实际，制定《云岭市绿色建筑行动方案》。',
      ...body,
    ]);
    expect(head.title).toBe('云岭市绿色建筑行动方案');
  });

  it('is called like its file where it says nothing of itself, and has no years', () => {
    expect(headOf(body)).toMatchObject({
      title: 'file-name',
      issuer: null,
      documentNumber: null,
      date: null,
      periodStart: null,
      periodEnd: null,
    });
  });
});

describe('front matter', () => {
  const front = [
    '---',
    'title: 临澜区文旅发展规划（摘编）',
    'issuer: 临澜区文旅局',
    'documentNumber: 临文旅〔2023〕1号',
    'date: 2023-05-06',
    'period: 2023-2027',
    'region: 临澜区',
    'digest: true',
    '---',
  ];

  it('wins over what the document says', () => {
    const head = headOf([...front, '# 云岭市“十四五”金融业发展规划', '2021年12月8日', ...body]);
    expect(head).toMatchObject({
      title: '临澜区文旅发展规划（摘编）',
      issuer: '临澜区文旅局',
      documentNumber: '临文旅〔2023〕1号',
      date: '2023-05-06',
      periodStart: 2023,
      periodEnd: 2027,
      region: '临澜区',
      digest: true,
    });
  });

  it('that says a part leaves the rest to the document', () => {
    const head = headOf(['---', 'date: 2021-12', '---', '云岭市“十四五”金融业发展规划', '', ...body]);
    expect(head).toMatchObject({ title: '云岭市“十四五”金融业发展规划', date: '2021-12', periodEnd: 2025 });
  });

  it('that is no YAML is warned of, and nothing of the document is lost', () => {
    const document = parseText(['---', 'title: "open', '---', '', ...body].join('\n'));
    expect(document.warnings.join()).toMatch(/front matter/);
    for (const line of body) expect(JSON.stringify(document.blocks)).toContain(line);
  });

  it('is no part of the text', () => {
    const { blocks } = parseText([...front, ...body].join('\n'));
    expect(JSON.stringify(blocks)).not.toContain('临文旅');
  });
});

describe('what people call a plan', () => {
  it.each([
    ['云岭市“十四五”金融业发展规划', ['云岭市', '云岭']],
    ['国家级云岭经济技术开发区“十五五”规划纲要', ['云岭经济技术开发区', '云岭经开区', '经开区']],
    ['云岭市建设临澜金融商务区实施方案（2024-2030年）', ['临澜金融商务区', '云岭']],
  ])('%s: the place in full and in short', (title, names) => {
    const { aliases } = headOf([title, '', ...body]);
    expect(aliases).toEqual(expect.arrayContaining(names));
    expect(aliases.every((alias) => alias.length >= 2)).toBe(true);
  });

  it('holds the short name that the plan gives itself', () => {
    const { aliases } = headOf([
      '云岭市产业规划',
      '',
      '前言',
      '云岭大学城科创走廊（以下简称“科创走廊”）是重要平台。',
      ...body,
    ]);
    expect(aliases).toContain('科创走廊');
  });
});

describe('a plan copied from the page of a site', () => {
  const page = [
    '云岭县人民政府',
    '首页 > 政务公开 > 规划计划',
    '发布时间：2026-03-02 10:17　　来源：县发展改革委　　浏览次数：1864　　字体：[大 中 小]',
    '',
    '                云岭县国民经济和社会发展第十五个五年规划纲要',
    '',
    ...body,
  ];

  it('has neither the site’s lines nor its issuer in its title', () => {
    expect(headOf(page)).toMatchObject({
      title: '云岭县国民经济和社会发展第十五个五年规划纲要',
      issuer: '云岭县人民政府',
      region: '云岭县',
    });
  });

  it('has no passage of the site’s lines', () => {
    const texts = parseText(page.join('\n')).blocks.flatMap((block) => ('text' in block ? [block.text] : []));
    expect(texts.join('')).not.toMatch(/浏览次数|政务公开/);
  });
});
