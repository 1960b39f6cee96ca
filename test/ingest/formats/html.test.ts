import { describe, expect, it } from 'vitest';
import type { Table } from '../../../ingest/blocks.js';
import { parseHtml } from '../../../ingest/parse/html/parse-html.js';

function textsOf(html: string): string[] {
  return parseHtml(html).blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
}

function tablesOf(html: string): Pick<Table, 'caption' | 'header' | 'rows'>[] {
  return parseHtml(html)
    .blocks.filter((block) => block.kind === 'table')
    .map(({ caption, header, rows }) => ({ caption, header, rows }));
}

describe('a note at the end of an HTML page', () => {
  it('comes under the paragraph that links to it, however the two are linked', () => {
    const pages = [
      '<p>产值100亿元<sup><a href="#fn1" id="r1">[1]</a></sup>。</p><p>加快发展。</p><ol><li id="fn1"><p>快报数。<a href="#r1">↑</a></p></li></ol>',
      '<p>产值100亿元<a href="#_ftn1" name="_ftnref1">[1]</a>。</p><p>加快发展。</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a>快报数。</p></div>',
    ];
    for (const page of pages) {
      const texts = textsOf(page).map((text) => text.replace(/\s/g, ''));
      expect(texts).toEqual(['产值100亿元[1]。', '[1]快报数。', '加快发展。']);
    }
  });

  it('a link elsewhere into the page moves nothing', () => {
    const page = '<p>见<a href="#t">1</a></p><p>加快发展。</p><p id="t">附注。</p>';
    expect(textsOf(page)).toEqual(['见1', '加快发展。', '附注。']);
  });
});

describe('an HTML page', () => {
  it('is read without scripts, styles, navigation and what is hidden', () => {
    const hidden = [
      '<nav>首页</nav>',
      '<div class="nav breadcrumb"><a href="/">首页</a> &gt; 规划计划</div>',
      '<script>var a = "脚本";</script>',
      '<style>p {}</style>',
      '<p hidden>看不见</p>',
      '<div style="display: none">也看不见</div>',
      '<footer>版权所有</footer>',
    ];
    expect(textsOf(`<body>${hidden.join('')}<p>正文<b>加粗</b>。</p></body>`)).toEqual(['正文加粗。']);
  });

  it('has the numbers and bullets of its lists', () => {
    expect(textsOf('<ol start="3"><li>三项<ul><li>子项</li></ul></li><li><p>四项</p></li></ol>')).toEqual([
      '3. 三项',
      '- 子项',
      '4. 四项',
    ]);
  });

  it('has lines that end at a line break, and none that end at a break of the source', () => {
    expect(textsOf('<p>第一行\n  接着<br>第二行</p>')).toEqual(['第一行接着', '第二行']);
  });

  it('has its contents page kept apart', () => {
    const list = ['一', '二', '三'].map((n) => `<li><a href="#c${n}">第${n}章 任务</a></li>`).join('');
    expect(textsOf(`<h2>目录</h2><ul>${list}</ul><h2>第一章 任务</h2><p>正文。</p>`)).toEqual([
      '第一章任务',
      '正文。',
    ]);
  });
});

describe('an HTML table', () => {
  it('has spans in every row, a two-row header in one and its caption', () => {
    const html = `<table><caption>表1 指标</caption>
      <tr><th rowspan="2">指标</th><th colspan="2">目标值</th></tr><tr><th>2028年</th><th>2030年</th></tr>
      <tr><td colspan="3">一、经济</td></tr>
      <tr><td rowspan="2">存款</td><td>1</td><td>2</td></tr><tr><td colspan="2">3</td></tr></table>`;
    expect(tablesOf(html)).toEqual([
      {
        caption: '表1 指标',
        header: ['指标', '目标值2028年', '目标值2030年'],
        rows: [
          ['一、经济', '', ''],
          ['存款', '1', '2'],
          ['存款', '3', '3'],
        ],
      },
    ]);
  });

  it('that only lays out the page is read as text', () => {
    const html = '<table><tr><td><h2>第一章 任务</h2><p>正文。</p></td><td>侧栏。</td></tr></table>';
    expect(tablesOf(html)).toEqual([]);
    expect(textsOf(html)).toEqual(['第一章任务', '正文。', '侧栏。']);
  });

  it('with absurd spans is read all the same', () => {
    const html =
      '<table><tr><td colspan="99999">甲</td><td rowspan="99999">乙</td></tr><tr><td>丙</td></tr></table>';
    expect(tablesOf(html)).toHaveLength(1);
  });
});
