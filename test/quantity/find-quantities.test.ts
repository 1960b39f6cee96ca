import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../src/quantity/find-quantities.js';
import { lookUpUnit } from '../../src/quantity/units.js';

/** The figures of a text in short: comparator, value (or ends), unit. */
function figures(text: string): string[] {
  return findQuantities(text)
    .filter((span) => span.role === 'quantity')
    .map(({ comparator, value, valueMax, unit }) =>
      [comparator === '=' ? '' : comparator, valueMax === null ? value : `${value}..${valueMax}`, unit]
        .filter((part) => part !== '')
        .join(' '),
    );
}

function roles(text: string): string[] {
  return findQuantities(text).map(({ role, raw }) => `${role} ${raw}`);
}

describe('spellings of a figure', () => {
  it.each([
    ['存款余额达 6.5 万亿元以上', ['>= 6.5 万亿元']],
    ['增速为１２．５％', ['12.5 %']],
    ['保费收入 1,731.0亿元', ['1731 亿元']],
    ['投入１，２００万元', ['1200 万元']],
    ['注册资本1亿2千万元', ['1.2 亿元']],
    ['3万5000人', ['3.5 万人']],
    ['投入10亿2026年建成', ['10 亿元']],
    ['三亿五千万元', ['3.5 亿元']],
    ['装机容量7812万千瓦', ['7812 万千瓦']],
    ['变电容量3600万千伏安', ['3600 万千伏安']],
    ['煤耗降至300克标准煤/千瓦时以下', ['<= 300 克标准煤/千瓦时']],
    ['孕产妇死亡率控制在7/10万以下', ['<= 7 /10万']],
    ['服务 3.2 万余家企业', ['> 3.2 万家']],
    ['机构 2750 余家', ['> 2750 家']],
    ['总额达 4.37\n\n万亿元', ['4.37 万亿元']],
    ['总共20\n余项', ['> 20 项']],
    ['余额达 6.5 万\n\n亿元', ['6.5 万亿元']],
    ['共 10 万平\n方米', ['10 万平方米']],
    ['单价4万/平方米', ['4 万元/平方米']],
    ['两千多亿元', ['> 2000 亿元']],
    ['办了30多种产品', ['> 30 种']],
    ['贷款1731亿，比上年多', ['1731 亿元']],
    ['税收要1.5个亿', ['1.5 亿元']],
    ['才724万啊', ['724 万']],
    ['2千万元', ['2000 万元']],
    ['人民币5亿元', ['5 亿元']],
    ['低0.28个百分点', ['0.28 个百分点']],
    ['高零点五个百分点', ['0.5 个百分点']],
    ['利率8‰', ['8 ‰']],
    ['每平米2000元/平米', ['2000 元/平方米']],
    ['租金6.8元/平米/天', ['6.8 元/平方米/天']],
    ['能耗 0.07 吨标准煤/万元', ['0.07 吨标准煤/万元']],
    ['产出 9 亿元/平方公里', ['9 亿元/平方公里']],
    ['发电 3 万千瓦时', ['3 万千瓦时']],
    ['专利 12件/万人', ['12 件/万人']],
    ['长 3.93 千米', ['3.93 千米']],
    ['约 8 亩（5333 ㎡）', ['~ 8 亩', '5333 平方米']],
    ['外资4200万美元', ['4200 万美元']],
    ['完成6项目标', ['6 项']],
    ['下降-3.5%', ['-3.5 %']],
    ['230*\t255', ['230', '255']],
    ['比例为 45:55', ['45', '55']],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });
});

describe('figures in words', () => {
  it.each([
    ['现有八十五家', ['85 家']],
    ['新增两家', ['2 家']],
    ['一千二百户', ['1200 户']],
    ['一万二千家', ['1.2 万家']],
    ['十余家', ['> 10 家']],
    ['近百家', ['~ 100 家']],
    ['百分之十二', ['12 %']],
    ['百分之八点五', ['8.5 %']],
    ['千分之三', ['3 ‰']],
    ['占四分之一以上', ['>= 25 %']],
    ['约为甲地的 1/5、乙地的3/8', ['20 %', '37.5 %']],
    ['七成以上', ['>= 70 %']],
    ['超过一半', ['> 50 %']],
    ['较上年翻一番', ['2 倍']],
    ['总量翻两番', ['4 倍']],
    ['扩大近1.25倍', ['~ 1.25 倍']],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  it.each([
    '统一部署一批',
    '第三方支付',
    '十四五期间',
    '二三产业',
    '一带一路',
    '两江新区',
    '成都、成立',
    '一图两库',
  ])('sees no figure in %s', (text) => {
    expect(figures(text)).toEqual([]);
  });
});

describe('comparators', () => {
  it.each([
    ['约5家', '~'],
    ['近5家', '~'],
    ['接近5家', '~'],
    ['5家左右', '~'],
    ['超过5家', '>'],
    ['超5家', '>'],
    ['逾5家', '>'],
    ['突破了5家', '>'],
    ['力争突破 5 家', '>'],
    ['高于5家', '>'],
    ['5余家', '>'],
    ['>5家', '>'],
    ['不低于5家', '>='],
    ['不少于5家', '>='],
    ['至少达到5家', '>='],
    ['5家以上', '>='],
    ['5 家及以上', '>='],
    ['≥ 5家', '>='],
    ['不超过5家', '<='],
    ['控制在5家以内', '<='],
    ['控制在5家左右', '~'],
    ['5家以下', '<='],
    ['≤5家', '<='],
    ['低于5家', '<'],
    ['不足5家', '<'],
    ['达到5家', '='],
    ['附近5家', '='],
    ['节约5家', '='],
    ['<b>5</b>家', '='],
  ])('%s says %s', (text, comparator) => {
    expect(findQuantities(text).map((span) => [span.comparator, span.value])).toEqual([[comparator, 5]]);
  });

  it('takes 近 in front of a time for the past, not for about', () => {
    expect(figures('近3年来')).toEqual(['3 年']);
  });
});

describe('ranges', () => {
  it.each([
    ['8-12家', ['range 8..12 家']],
    ['8—12家', ['range 8..12 家']],
    ['1到2家', ['range 1..2 家']],
    ['5至8个', ['range 5..8 个']],
    ['20%-30%', ['range 20..30 %']],
    ['55%—60%', ['range 55..60 %']],
    ['1.5 亿—2 亿元', ['range 1.5..2 亿元']],
    ['5000万-1亿元', ['range 0.5..1 亿元']],
    ['14-18万平方米', ['range 14..18 万平方米']],
    ['3-5千家', ['range 3000..5000 家']],
    ['3千-5千家', ['range 3000..5000 家']],
    ['2-3千万元', ['range 2000..3000 万元']],
    ['400-500平方米39栋', ['range 400..500 平方米', '39 栋']],
    ['从10家到20家', ['10 家', '20 家']],
    ['由5家增加到8家', ['5 家', '8 家']],
    ['2.5-0.25=2.25', ['2.5', '0.25', '2.25']],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });
});

describe('English', () => {
  it.each([
    ['6.5 trillion yuan', ['6.5 万亿元']],
    ['RMB 650 billion', ['6500 亿元']],
    ['US$ 4.2 billion', ['42 亿美元']],
    ['$3.5bn', ['35 亿美元']],
    ['2.8 trillion in loans', ['2.8 万亿元']],
    ['12 percent, 5 per cent', ['12 %', '5 %']],
    ['more than 600 institutions', ['> 600 家']],
    ['600+ companies', ['> 600 家']],
    ['at least 97%', ['>= 97 %']],
    ['no more than 5 per cent', ['<= 5 %']],
    ['50 or more', ['>= 50']],
    ['about 30%', ['~ 30 %']],
    ['between 8 and 12 companies', ['range 8..12 家']],
    ['US$5-8 billion', ['range 50..80 亿美元']],
    ['between RMB 5 billion and RMB 8 billion', ['range 50..80 亿元']],
    ['RMB6.5tn', ['6.5 万亿元']],
    ['65%+', ['>= 65 %']],
    ['0.07 tonnes of standard coal per 10,000 yuan', ['0.07 吨标准煤/万元']],
    ['five to eight companies', ['range 5..8 家']],
    ['twenty-five households', ['25 户']],
    ['nearly doubled', ['~ 2 倍']],
    ['one third of it, two-thirds, a quarter', ['33.333333333333336 %', '66.66666666666667 %', '25 %']],
    ['17.39 km of road', ['17.39 公里']],
    ['2,000 yuan per square metre', ['2000 元/平方米']],
    ['one of the zones', []],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });
});

describe('numbers that are no figures', () => {
  it.each([
    ['2025年末', ['year 2025年']],
    ['2021-2025年', ['year 2021-2025年']],
    ['2021—2025', ['year 2021—2025']],
    ['二〇三五年远景', ['year 二〇三五年']],
    ['FY2020', ['year 2020']],
    ['by 2025', ['year 2025']],
    ['9月19日', ['year 9月19日']],
    ['19 September 2001', ['year 19 September', 'year 2001']],
    ['2022年7月', ['year 2022年7月']],
    ['第四次', ['ordinal 第四次']],
    ['第28期', ['ordinal 第28期']],
    ['（一）总体要求', ['ordinal 一']],
    ['（1）建立', ['ordinal 1']],
    ['1. 建立', ['ordinal 1']],
    ['1．2020年建立', ['ordinal 1', 'year 2020年']],
    ['专栏2 与 表1、图 3、附件1', ['ordinal 2', 'ordinal 1', 'ordinal 3', 'ordinal 1']],
    ['“十四五”', ['ordinal 十四五']],
    ['14th Five-Year Plan', ['ordinal 14th']],
    ['排名第一', ['rank 第一']],
    ['全球第43位', ['rank 第43位']],
    ['位居第4', ['rank 第4']],
    ['行业第 4。', ['rank 4']],
    ['前10名', ['rank 10']],
    ['ranked 4th', ['rank 4th']],
    ['“3+4+1”体系', ['label 3+4+1']],
    ['“1+X”', ['label 1+X']],
    ['G20', ['label 20']],
    ['5G 基站', ['label 5']],
    ['4号楼', ['label 4']],
    ['世界 500 强', ['label 500']],
    ['2.0版、2.0 升级版', ['label 2.0', 'label 2.0']],
    ['五大任务', ['label 五']],
    ['“四件”大事', ['label 四件']],
    ['三年行动计划', ['label 三年']],
    ['百亿级园区', ['label 百亿']],
    ['“12345”热线', ['label 12345']],
    ['〔2017〕285号', ['year 2017', 'label 285']],
    ['- 96 -', ['label 96']],
    ['18 家1，', ['quantity 18 家', 'label 1']],
    ['(6.5/4.37)^(1/5)', ['quantity 6.5', 'quantity 4.37', 'label 1/5']],
  ])('%s', (text, expected) => {
    expect(roles(text)).toEqual(expected);
  });

  it('takes four digits for a figure once a unit or a bound says so', () => {
    expect(figures('2000家，突破2000，2000-2050户')).toEqual(['2000 家', '> 2000', 'range 2000..2050 户']);
  });
});

describe('what a caller relies on', () => {
  const text = '到２０２５年，力争突破 １，２００ 亿元，约8-12家，5个百分点以内；“2+5+1”。';

  it('gives offsets into the text as it was given', () => {
    for (const span of findQuantities(text)) expect(text.slice(span.start, span.end)).toBe(span.raw);
    expect(findQuantities(text).map((span) => span.raw)).toEqual([
      '２０２５年',
      '力争突破 １，２００ 亿元',
      '约8-12家',
      '5个百分点以内',
      '2+5+1',
    ]);
  });

  it('keeps its promises on any text', () => {
    const pieces = [
      ...'0123456789.,-~—%+*()（）第约近余多一二两三十百千万亿元家个年月日至到以上下内成半倍点/ \n\t“”A',
    ];
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom(...pieces),
          fc.constantFrom('分之', '亿元', 'RMB ', ' billion', '翻一番', '2025'),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (sample) => {
        let end = 0;
        for (const span of findQuantities(sample)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(sample.slice(span.start, span.end)).toBe(span.raw);
          expect(Number.isFinite(span.value) && (span.valueMax === null || span.valueMax > span.value)).toBe(
            true,
          );
          expect(lookUpUnit(span.unit)?.symbol).toBe(span.unit);
          end = span.end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['digits', '7'],
    ['commas', '1,'],
    ['numerals', '一'],
    ['brackets', '(1'],
    ['dashes', '1-'],
    ['scales', '1亿'],
    ['comparators', '约'],
    ['spaces', '1  '],
    ['line breaks', '1\n\n'],
    ['words', 'one '],
    ['broken units', '1万\n亿'],
  ])('reads 50,000 characters of %s without running away', (_, piece) => {
    const long = piece.repeat(Math.ceil(50_000 / piece.length));
    const started = performance.now();
    findQuantities(long);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
