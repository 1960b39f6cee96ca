import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../ingest/parse/html/parse-html.js';

const tableOf = (html: string) => parseHtml(html).blocks.find((block) => block.kind === 'table');
const textsOf = (html: string) =>
  parseHtml(html).blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));

describe('a raised number on an HTML page', () => {
  it('behind a figure is never read as its last digit', () => {
    expect(textsOf('<p>比重5.0<sup>1</sup>，用水5亿立方米<sup>12</sup>。</p>')).toEqual([
      '比重5.0¹，用水5亿立方米¹²。',
    ]);
  });

  it('behind a letter is part of the unit', () => {
    expect(textsOf('<p>面积20km<sup>2</sup>。</p>')).toEqual(['面积20km2。']);
  });
});

describe('a table on an HTML page', () => {
  it('has the caption of the figure that it stands in', () => {
    const page =
      '<figure><table><tr><th>指标</th><th>2025年</th></tr><tr><td>接待游客（万人次）</td><td>3200</td></tr></table><figcaption>表1 主要指标</figcaption></figure>';
    expect(textsOf(page)).toEqual(['表1 主要指标']);
    expect(tableOf(page)?.caption).toBe('表1 主要指标');
  });

  it('has a second row of years in its header, where the other heads reach down to it', () => {
    const page =
      '<table><tr><td rowspan="2">指标</td><td rowspan="2">单位</td><td>基期</td><td>目标</td></tr><tr><td>2020年</td><td>2025年</td></tr><tr><td>预期寿命</td><td>岁</td><td>78.9</td><td>79.6</td></tr></table>';
    const table = tableOf(page);
    expect(table?.header).toEqual(['指标', '单位', '基期2020年', '目标2025年']);
    expect(table?.rows).toEqual([['预期寿命', '岁', '78.9', '79.6']]);
  });
});

it('what readers of a page wrote under it is no part of the plan', () => {
  const page = '<p>正文一句。</p><section id="comments"><h2>发表回复</h2><p>写得好。</p></section>';
  expect(textsOf(page)).toEqual(['正文一句。']);
});
