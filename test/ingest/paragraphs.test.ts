import { describe, expect, it } from 'vitest';
import { readPlan } from '../setup/read-plan.js';
import { wrap } from '../setup/wrap.js';

const paragraphs = [
  '云岭市地处三江交汇之地，是区域性的商贸物流枢纽，金融机构门类齐全，服务网络覆盖城乡。五年来，全市金融业保持平稳较快发展，银行业存款余额由2015年的3100亿元增加到2020年的5280亿元，年均增长11.2%，直接融资规模连年扩大，服务实体经济的能力不断增强，金融风险总体可控。',
  '与此同时，本市金融业仍有一些短板，法人机构数量偏少，专业人才储备不足，科技型企业融资渠道不够宽，农村地区金融服务的可得性有待提高，需要在今后五年着力解决，以更好满足各类市场主体的需要。',
];
const wrapped = paragraphs.flatMap((paragraph) => wrap(paragraph));

describe('hard-wrapped text', () => {
  it('is joined into the paragraphs that its author wrote', () => {
    const { texts } = readPlan(wrapped.join('\n'));
    expect(texts).toEqual(paragraphs);
  });

  it.each([56, 58, 60, 62, 64, 66])('loses no character when it was wrapped at %i columns', (columns) => {
    const { texts } = readPlan(paragraphs.flatMap((paragraph) => wrap(paragraph, columns)).join('\n'));
    expect(texts.join('').replace(/\s/g, '')).toBe(paragraphs.join(''));
  });

  it('goes on after a line that blanks around figures made short', () => {
    const lines = [
      '　　做强工程机械产业，支持骨干企业开发电动产品，完善配套体系，提高核心零部件',
      '本地配套率，推动由主机制造向全生命周期服务延伸，拓展海外市场和租赁业务。到',
      '2025年产业产值达到 850 亿元，到 2027 年达到 ',
      '1050 亿元，本地配套率由28%提高到45%，形成具有竞争力的产业集群和配套网络。',
      ...wrapped,
    ];
    expect(readPlan(lines.join('\n')).texts[0]).toContain('到2027年达到1050亿元');
  });

  it('goes on after a page break, without the page number', () => {
    const pages = [...wrapped.slice(0, 3), '', '— 12 —', '', ...wrapped.slice(3)];
    const { texts } = readPlan(pages.join('\n'));
    expect(texts).toEqual(readPlan(wrapped.join('\n')).texts);
  });

  it('says of each paragraph on which lines of the file it stands', () => {
    const { document } = readPlan(['', '', ...wrapped].join('\n'));
    expect(document.blocks.map((block) => block.lines)).toEqual([
      [3, 2 + wrap(paragraphs[0] ?? '').length],
      [3 + wrap(paragraphs[0] ?? '').length, 2 + wrapped.length],
    ]);
  });

  it('ends a paragraph at a blank line where those are set between paragraphs only', () => {
    const full = wrap(paragraphs[0] ?? '').slice(0, 3);
    const sentence = `${'云岭市金融业稳步发展，'.repeat(2)}服务能力增强了。`;
    const { texts } = readPlan([...wrapped, '', sentence, '', ...full, '', ...wrapped].join('\n'));
    expect(texts).toContain(sentence);
  });

  it('joins a chapter heading that runs over two lines, and nothing else to it', () => {
    const { outline, texts } = readPlan(
      [...wrapped, '第三章 建设面向区域的现代化商贸物流金融服务体系和风险防', '控体系', ...wrapped].join(
        '\n',
      ),
    );
    expect(outline).toEqual(['第三章 建设面向区域的现代化商贸物流金融服务体系和风险防控体系']);
    expect(texts).toHaveLength(5);
  });
});

describe('a paragraph a line', () => {
  it('stays as it is', () => {
    const lines = ['加快培育本地法人机构。', '支持企业上市。', '完善信用体系，改善营商环境。'];
    expect(readPlan(lines.join('\n')).texts).toEqual(lines);
  });

  it('is mended where a page break stands in the middle of a sentence', () => {
    const first =
      '支持符合条件的企业到境内外资本市场上市，鼓励上市公司通过增发配股公司债等方式扩大融资规模，引导';
    const { texts } = readPlan(
      [first, '－3－', '私募股权基金投向本市重点产业。', '完善信用体系。'].join('\n'),
    );
    expect(texts).toEqual([`${first}私募股权基金投向本市重点产业。`, '完善信用体系。']);
  });
});

describe('a heading over two lines in a text of a paragraph a line', () => {
  it('is whole where the first line ends within it', () => {
    const { outline } = readPlan(
      ['第三章 强化高端要素集成功能，', '建设区域金融服务中心', '引进法人机构。', '第四章 保障措施'].join(
        '\n',
      ),
    );
    expect(outline).toEqual(['第三章 强化高端要素集成功能，建设区域金融服务中心', '第四章 保障措施']);
  });

  it('is whole where the contents page lists it whole', () => {
    const { outline } = readPlan(
      [
        '目录',
        '第一章 建设特色鲜明的区域金融服务体系',
        '第二章 防范风险',
        '第三章 保障措施',
        '第一章 建设特色鲜明的',
        '区域金融服务体系',
        '引进法人机构。',
        '第二章 防范风险',
        '第三章 保障措施',
      ].join('\n'),
    );
    expect(outline[0]).toBe('第一章 建设特色鲜明的区域金融服务体系');
  });
});

describe('what fonts and encodings leave behind', () => {
  it('is taken out: byte order mark, symbol bullets, zero-width and ideographic spaces', () => {
    const { texts } = readPlan(
      '\uFEFF\u3000\u3000总体\u200B要求。\r\n\uE0B7 加快发展绿色金融。\r\nu 防范风险。',
    );
    expect(texts).toEqual(['总体要求。', '加快发展绿色金融。', '防范风险。']);
  });

  it.each(['— 9 —', '- 12 -', '－3－', '  –  107 –  '])(
    'a page number that stands alone (%s) is dropped',
    (marker) => {
      expect(readPlan(`加快发展。\n${marker}\n防范风险。`).texts).toEqual(['加快发展。', '防范风险。']);
    },
  );

  it.each([
    '第 3 页 共 20 页',
    '第3页/共20页',
    '第三页 共二十页',
    '3 / 20',
    '（第 3 页，共 20 页）',
    'Page 3 of 20',
    '· 3 ·',
  ])('so is one with its words (%s)', (marker) => {
    expect(readPlan(`加快发展。\n${marker}\n防范风险。`).texts).toEqual(['加快发展。', '防范风险。']);
  });

  it('bare page numbers go where they count the pages up, and the sentence between two pages is whole', () => {
    const page = (number: number) => [...wrapped.slice(0, -1), '', String(number), '', ...wrapped.slice(-1)];
    const { texts } = readPlan([1, 2, 3, 4].flatMap((number) => [...page(number), ...wrapped]).join('\n'));
    expect(texts.filter((text) => /^\d+$/.test(text))).toEqual([]);
    expect(new Set(texts)).toEqual(new Set(paragraphs));
  });

  it('running headers go where they stand beside page numbers, and the same words elsewhere stay', () => {
    const header = '云岭市“十四五”金融业发展规划';
    const page = (number: number) => [
      '加快发展绿色金融。',
      '',
      `— ${number} —`,
      '',
      header,
      '',
      '防范风险。',
    ];
    const { texts } = readPlan([header, ...[1, 2, 3, 4].flatMap(page)].join('\n'));
    expect(texts.filter((text) => text === header)).toHaveLength(1);
  });

  it('does not take a figure that stands alone for a page number', () => {
    expect(readPlan('法人机构数\n12\n家。').texts.join('')).toContain('12');
  });

  it('takes out the blanks between a figure and its unit, and keeps the one after a number of a caption', () => {
    const { texts } = readPlan('到 2025 年，存款余额达到 6.5 万亿元。\n\n专栏 3 绿色金融重点工程');
    expect(texts).toEqual(['到2025年，存款余额达到6.5万亿元。', '专栏 3 绿色金融重点工程']);
  });

  it('a letter that a symbol font leaves before an item goes, and the items stay apart', () => {
    expect(readPlan('n 加快发展绿色金融；\nn 防范风险；\nl 改善服务。').texts).toEqual([
      '加快发展绿色金融；',
      '防范风险；',
      '改善服务。',
    ]);
  });

  it('takes out the blanks that typesetting put between Chinese characters, and keeps those of English', () => {
    expect(readPlan('到 期 末，引入 Green Bond 试点。').texts).toEqual(['到期末，引入 Green Bond 试点。']);
  });
});
