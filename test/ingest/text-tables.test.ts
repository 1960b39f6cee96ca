import { describe, expect, it } from 'vitest';
import { checkReading } from '../../ingest/check-reading.js';
import { spannedRows } from '../../ingest/spanned-rows.js';
import { readPlan } from '../setup/read-plan.js';

const tab = (...rows: string[][]) => rows.map((row) => row.join('\t'));

describe('a header of two rows', () => {
  const body = [
    ['1', '物流总额', '亿元', '5200', '6800', '8000', '预期性'],
    ['2', '物流增加值', '亿元', '320', '400', '480', '预期性'],
  ];
  const header = ['序号', '指标', '单位', '2020年', '规划目标2023年', '规划目标2025年', '属性'];

  it.each([
    [
      'with empty cells under the merged ones',
      [
        ['序号', '指标', '单位', '2020年', '规划目标', '', '属性'],
        ['', '', '', '', '2023年', '2025年', ''],
      ],
    ],
    [
      'with the merged cell once',
      [
        ['序号', '指标', '单位', '2020年', '规划目标', '属性'],
        ['', '', '', '', '2023年', '2025年', ''],
      ],
    ],
    [
      'with the labels alone',
      [
        ['序号', '指标', '单位', '2020年', '规划目标', '属性'],
        ['2023年', '2025年'],
      ],
    ],
    [
      'with merged cells repeated',
      [
        ['序号', '指标', '单位', '2020年', '规划目标', '规划目标', '属性'],
        ['序号', '指标', '单位', '2020年', '2023年', '2025年', '属性'],
      ],
    ],
  ])('%s is one', (_, head) => {
    const { tables, passages } = readPlan(['表1 主要指标', ...tab(...head, ...body)].join('\n'));
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ header, rows: body });
    // The passage has the rows as they stand.
    expect(passages.map(({ text }) => text).join('\n')).not.toContain('规划目标2023年');
  });

  it('is not seen in a first row without figures', () => {
    const { tables } = readPlan(
      tab(['事项', '要求', '单位'], ['登记', '简化流程', '市局'], ['审批', '限时办结', '市局']).join('\n'),
    );
    expect(tables[0]?.header).toEqual(['事项', '要求', '单位']);
  });
});

describe('two tables one after the other', () => {
  const first = [
    ['年份', '道路', '铁路'],
    ['2021', '12', '30'],
    ['2022', '14', '35'],
  ];
  const second = [
    ['县区', '仓储', '园区'],
    ['东山区', '3', '1'],
    ['西河县', '2', '2'],
  ];

  it('of equal width stay two', () => {
    const { tables } = readPlan([...tab(...first), '', ...tab(...second)].join('\n'));
    expect(tables.map(({ header }) => header[0])).toEqual(['年份', '县区']);
  });

  it('are one where the second goes on under the words 续表', () => {
    const { tables } = readPlan(
      ['表2 设施', ...tab(...first), '续表2', ...tab(first[0] ?? [], ['2023', '15', '40'])].join('\n'),
    );
    expect(tables.map(({ rows }) => rows.map((row) => row[0]))).toEqual([['2021', '2022', '2023']]);
  });

  it('are one where a page number, a running header and the repeated header part them', () => {
    const page = (number: number) => ['', `第 ${number} 页 共 9 页`, '云岭市设施规划', ''];
    const rows = ['2021', '2022', '2023', '2024'].map((year) => [year, '12', '30']);
    const lines = rows.flatMap((row, at) => [...tab(first[0] ?? [], row), ...page(at + 1)]);
    const { tables } = readPlan(['表2 设施', ...lines, '第二章 保障措施'].join('\n'));
    expect(tables.map((table) => table.rows)).toEqual([rows]);
  });
});

describe('cells of a table', () => {
  it('that were broken over lines are whole', () => {
    const { tables } = readPlan(
      '序号\t指标\t单位\t2025年\n1\t物流业增加值\n（现价）\t亿元\t480\n2\t物流总额\t亿元\t8000',
    );
    expect(tables[0]?.rows).toEqual([
      ['1', '物流业增加值（现价）', '亿元', '480'],
      ['2', '物流总额', '亿元', '8000'],
    ]);
  });

  it('of a category are repeated for the rows that it spans, and a total has none', () => {
    const { tables } = readPlan(
      tab(
        ['类别', '设施', '数量'],
        ['枢纽', '东站', '1'],
        ['', '西站', '2'],
        ['园区', '北园', '1'],
        ['', '南园', '4'],
        ['合计', '8'],
      ).join('\n'),
    );
    const rows = tables[0] ? spannedRows(tables[0]) : [];
    expect(rows.map((row) => row[0])).toEqual(['枢纽', '枢纽', '园区', '园区', '合计']);
    expect(rows.at(-1)).toEqual(['合计', '', '8']);
  });

  it.each([
    [
      'between blanks',
      ['指标        2020年     2025年', '货运量（亿吨）    1.2     1.8', '周转量      220    300'],
    ],
    [
      'between pipes without outer ones',
      ['指标 | 2020年 | 2025年', '---|---|---', '货运量（亿吨） | 1.2 | 1.8', '周转量 | 220 | 300'],
    ],
    [
      'in a drawn frame',
      [
        '┌────┬────┬────┐',
        '│ 指标 │ 2020年 │ 2025年 │',
        '├────┼────┼────┤',
        '│ 货运量（亿吨） │ 1.2 │ 1.8 │',
        '│ 周转量 │ 220 │ 300 │',
        '└────┴────┴────┘',
      ],
    ],
  ])('are read %s', (_, lines) => {
    const { tables } = readPlan(['第一章 目标', '表1 主要指标', ...lines, '加快发展。'].join('\n'));
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({
      header: ['指标', '2020年', '2025年'],
      rows: [
        ['货运量（亿吨）', '1.2', '1.8'],
        ['周转量', '220', '300'],
      ],
    });
  });
});

describe('a table set with blanks', () => {
  it('has each cell under its head, where a category stands once for several rows', () => {
    const { tables } = readPlan(
      [
        '表1 主要指标',
        '────────────────────────',
        '领域      序号  指标                单位    2025年  2030年',
        '设施水平  1     仓储面积            万平方米  3.1     ≥4.5',
        '          2     冷库容量            ‰      3.1     ≤2.8',
        '          3     站点                个      78.9    80.2',
        '服务水平  4     准时率              %       22.9    ≤20',
        '────────────────────────',
        '第二章 任务',
      ].join('\n'),
    );
    expect(tables.map(spannedRows)).toEqual([
      [
        ['设施水平', '1', '仓储面积', '万平方米', '3.1', '≥4.5'],
        ['设施水平', '2', '冷库容量', '‰', '3.1', '≤2.8'],
        ['设施水平', '3', '站点', '个', '78.9', '80.2'],
        ['服务水平', '4', '准时率', '%', '22.9', '≤20'],
      ],
    ]);
  });
});

describe('a table whose cells a single blank parts', () => {
  const header = '指标 单位 2020 年 2025年 属性';

  it('has a cell under each head, and the name takes what is left over', () => {
    const { tables } = readPlan(
      [
        '表1 主要指标',
        header,
        '仓库 座 120 300 预期性',
        'GDP 增速 % 5.2 ≥6 预期性',
        '冷库 万吨 — [30] 约束性',
        '加快发展。',
      ].join('\n'),
    );
    expect(tables).toMatchObject([
      {
        caption: '表1 主要指标',
        header: ['指标', '单位', '2020年', '2025年', '属性'],
        rows: [
          ['仓库', '座', '120', '300', '预期性'],
          ['GDP 增速', '%', '5.2', '≥6', '预期性'],
          ['冷库', '万吨', '—', '[30]', '约束性'],
        ],
      },
    ]);
  });

  it('stays text in order, with a warning, where rows lack cells', () => {
    const whole = ['甲库', '乙库', '丙库'].map((name) => `${name} 座 120 300 预期性`);
    const rows = [...whole, '冷库 30 约束性', '站点 个 12 预期性'];
    const { document, sections, tables, passages } = readPlan(['表1 主要指标', header, ...rows].join('\n'));
    expect(tables).toEqual([]);
    expect(
      passages
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
    ).toContain(rows.join('').replace(/\s/g, ''));
    expect(checkReading(document, sections)).toEqual([expect.stringContaining('"表1 主要指标" (line 1)')]);
  });
});

describe('a table that cannot be read as one', () => {
  it('is kept as a passage, with a warning that names it', () => {
    const { document, sections, passages } = readPlan(
      ['第一章 项目', '表4 项目清单', '项目甲 投资12亿元 2021年开工', '项目乙 投资15亿元'].join('\n'),
    );
    expect(passages.map(({ text }) => text).join('\n')).toMatch(/项目乙 ?投资15亿元/);
    expect(checkReading(document, sections)).toEqual([expect.stringContaining('"表4 项目清单" (line 2)')]);
  });
});

describe('a table copied with a cell a line', () => {
  const header = ['序号', '指标名称', '单位', '2022年', '2027年'];
  const rows = [
    ['1', '规上工业总产值', '亿元', '2860', '4500'],
    ['2', '高新技术企业数', '家', '486', '850'],
    ['3', '单位工业增加值能耗下降', '%', '—', '[15]'],
    ['4', '研发投入强度', '%', '1.92', '2.6左右'],
  ];
  const text = (...parts: string[][]) =>
    ['附件1 主要指标', ...parts.flat(), '', '附则自印发之日起施行。'].join('\n');

  it('is a table again, row by row', () => {
    const [table] = readPlan(text(header, ...rows)).tables;
    expect(table?.header).toEqual(header);
    expect(table?.rows).toEqual(rows);
  });

  it('goes on over a page number, though its serial numbers stand alone on their lines', () => {
    const pages = ['— 3 —', '— 4 —', '— 5 —'];
    const page = (at: number) => ['', pages[at] ?? '', '\f'];
    const [table] = readPlan(
      text(header, rows[0] ?? [], page(0), rows[1] ?? [], page(1), rows[2] ?? [], page(2), rows[3] ?? []),
    ).tables;
    expect(table?.rows).toEqual(rows);
  });

  it('has the name of a row over two lines', () => {
    const [first = [], , ...others] = rows;
    const wrapped = ['2', '高新技术', '企业数', '家', '486', '850'];
    const [table] = readPlan(text(header, first, wrapped, ...others)).tables;
    expect(table?.rows).toEqual(rows);
  });

  it('needs no serial numbers where years head its columns', () => {
    const [table] = readPlan(text(header.slice(1), ...rows.map((row) => row.slice(1)))).tables;
    expect(table?.header).toEqual(header.slice(1));
    expect(table?.rows).toHaveLength(rows.length);
  });
});
